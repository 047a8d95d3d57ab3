import ArgumentParser
import CommandLineSupport
import Foundation
import Starter

struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a workspace to begin with.",
        discussion: """
            It has the built-in flows, one short flow of your own that explains itself, their \
            texts, and transcripts that pass. At a terminal it asks for what is not given; Return \
            takes what stands in brackets. No file is ever replaced.
            """
    )

    @Argument(help: "The folder, which need not exist.")
    var folder = "."

    @Option(name: .long, help: "Who speaks: the company's name.")
    var name: String?

    @Option(name: .long, help: "Where people reach you about their data.")
    var contact: String?

    @Option(name: .long, help: "Your country, as two letters (ISO 3166).")
    var country: String?

    @Option(name: .long, help: "Languages, such as en,de; the first is the source.")
    var locales = "en"

    @Option(name: .long, help: "What your own flow is called.")
    var flow = StarterSettings.defaultFlow

    func run() async throws {
        try await ending {
            var settings = try settings()
            let target = NewFolder(path: folder)
            // Before any question: nobody wants to answer three of them for nothing.
            try target.checkRoom(for: StarterWorkspace.files(for: settings))
            if Terminal.isInput, Terminal.isOutput { settings = try asked(settings) }
            let files = StarterWorkspace.files(for: settings)
            try target.write(files)
            for line in Self.report(files, settings, in: folder) { Output.line(line) }
        }
    }

    private func settings() throws(Failure) -> StarterSettings {
        do throws(StarterError) {
            return try StarterSettings(
                name: name ?? StarterSettings.defaultName,
                contact: contact ?? StarterSettings.defaultContact,
                country: country ?? StarterSettings.defaultCountry,
                locales: locales.split(separator: ",").map {
                    String($0).trimmingCharacters(in: .whitespaces)
                },
                flow: flow
            )
        } catch {
            throw .cannotRun("error: \(error.text)")
        }
    }

    /// The same, with the author's answers to what was not given.
    private func asked(_ settings: StarterSettings) throws -> StarterSettings {
        var command = self
        command.name =
            try name ?? ask("Company", settings.name, StarterSettings.name)
        command.contact =
            try contact ?? ask("Contact for privacy", settings.contact, StarterSettings.contact)
        command.country =
            try country ?? ask("Country", settings.country, StarterSettings.country)
        return try command.settings()
    }

    /// How often one question is asked.
    private static let mostAttempts = 5

    private func ask(
        _ question: String,
        _ usual: String,
        _ check: (String) throws(StarterError) -> String
    ) throws(Failure) -> String {
        for _ in 0..<Self.mostAttempts {
            print("\(question) [\(usual)]: ", terminator: "")
            Output.flush()
            guard let line = readLine() else { throw .cannotRun("\nnothing was written") }
            do throws(StarterError) {
                return try check(line.allSatisfy(\.isWhitespace) ? usual : line)
            } catch {
                Output.line(error.text)
            }
        }
        throw .cannotRun("nothing was written; give it as an option, see `parley new --help`")
    }

    /// What was made, and what to do next.
    private static func report(
        _ files: [StarterFile],
        _ settings: StarterSettings,
        in folder: String
    ) -> [String] {
        let transcripts = files.count { $0.path.hasSuffix(".chat") }
        let locales = settings.locales.joined(separator: ", ")
        let made = [
            ("parley.yaml", "who speaks; put your postal address in"),
            ("flows/\(settings.flow).yaml", "your flow, which explains itself"),
            ("flows/", "the built-in flows: STOP, START, HELP, rights, consent"),
            ("locales/", "the texts in \(locales); fill in the privacy notice"),
            ("transcripts/", "\(transcripts) conversations that must go as written"),
            ("README.md", "what is where, and what to do before you write to anybody"),
        ]
        var next = [
            ("parley chat \(settings.flow)", "talk to it"),
            ("parley check", "find what is wrong"),
            ("parley test", "play the transcripts"),
        ]
        if folder != "." { next.insert(("cd \(shellQuoted(folder))", ""), at: 0) }
        let place = folder == "." ? "this folder" : folder
        return ["made \(files.count) files in \(place)"] + columns(made) + ["next:"]
            + columns(next)
    }

    private static func columns(_ rows: [(String, String)]) -> [String] {
        let width = rows.filter { !$0.1.isEmpty }.map(\.0.count).max() ?? 0
        return rows.map { left, right in
            guard !right.isEmpty else { return "  \(left)" }
            return "  \(left)\(String(repeating: " ", count: width - left.count))   \(right)"
        }
    }

    /// A word that a shell takes as it is.
    private static func shellQuoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy {
            let character = Character(Unicode.Scalar($0))
            return character.isASCII && (character.isLetter || character.isNumber)
                || "/._-+".contains(character)
        }
        return isPlain && !word.hasPrefix("-")
            ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }
}

/// The folder that a workspace is made in.
private struct NewFolder {
    let path: String

    /// Refuses when a file that would be written is there, whatever it is.
    func checkRoom(for files: [StarterFile]) throws(Failure) {
        var isFolder: ObjCBool = false
        if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            !isFolder.boolValue
        {
            throw .cannotRun("`\(path)` is a file; name a folder, or a new one")
        }
        // Of a link it asks for the link itself: one that leads nowhere is in the way too.
        let taken = files.map(\.path).filter {
            (try? FileManager.default.attributesOfItem(atPath: "\(path)/\($0)")) != nil
        }
        guard taken.isEmpty else {
            let names = taken.map { "`\($0)`" }.joined(separator: ", ")
            throw .cannotRun(
                "\(names) in `\(path)`: there already, so nothing was written; name an empty folder"
            )
        }
    }

    /// Writes every file, or none.
    func write(_ files: [StarterFile]) throws(Failure) {
        try checkRoom(for: files)
        var written: [URL] = []
        for file in files {
            let url = URL(fileURLWithPath: path).appendingPathComponent(file.path)
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(file.text.utf8).write(to: url, options: .withoutOverwriting)
                written.append(url)
            } catch {
                // What is left of it is of no use to anybody.
                for url in written { try? FileManager.default.removeItem(at: url) }
                throw .cannotRun(
                    "`\(file.path)` cannot be written in `\(path)`, so the others are gone again: "
                        + error.localizedDescription
                )
            }
        }
    }
}
