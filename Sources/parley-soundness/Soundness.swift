import Foundation
import ModelChecker

/// Random flows, random conversations: none may break what the model checker says holds.
///
///     parley-soundness --flows 10000 --conversations-per-flow 20 --seed 1
///
/// Ends with 1 when one does, and prints the workspace and the conversation.
@main
enum Soundness {
    private static let progressEvery = 250
    /// Flows among which each property holds and is broken at least once.
    private static let longRun = 1000

    static func main() async {
        do {
            let options = try SoundnessOptions(Array(CommandLine.arguments.dropFirst()))
            let start = ContinuousClock.now
            let run = SoundnessRun(options) { count in
                guard count > 0, count % progressEvery == 0 else { return }
                say("\(count) flows in \(ContinuousClock.now - start)", FileHandle.standardError)
            }
            let summary = await run.hold()
            say(summary.text, FileHandle.standardOutput)
            // A short run may miss some of it; a long one must not.
            let missing = options.flows >= longRun && summary.isSound ? summary.oneSided : []
            for property in missing {
                say("SHOWS NOTHING: \(property.rawValue)", FileHandle.standardOutput)
            }
            exit(summary.isSound && missing.isEmpty ? 0 : 1)
        } catch {
            say("error: \(error)", FileHandle.standardError)
            exit(2)
        }
    }

    private static func say(_ text: String, _ file: FileHandle) {
        file.write(Data("\(text)\n".utf8))
    }
}
