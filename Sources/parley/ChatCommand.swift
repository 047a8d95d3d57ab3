import ArgumentParser
import Clocks
import CommandLineSupport
import ConversationRuntime
import Encryption
import FlowCompiler
import FlowProgram
import Foundation
import MessageCatalog
import Simulator
import Storage
import StorageSQLite

struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat",
        abstract: "Talk to a flow, on the real engine with a virtual clock.",
        discussion: """
            Everything is real: the store is SQLite, sealed, in a temporary folder that is removed \
            at the end. With --store it is kept, and its key with it. Type /help once inside.
            """
    )

    @Argument(help: "The flow that answers first; otherwise the channel's own.")
    var flow: String?

    @OptionGroup var workspace: WorkspaceOption

    @Option(name: .long, help: "The contact's language, such as de or pt-BR.")
    var locale: String?

    @Option(name: .long, help: "A folder to keep the store in.")
    var store: String?

    @Option(name: .long, help: "Play lines from a file, or - for standard input.")
    var script: String?

    @Option(name: .long, help: "The contact's address.")
    var contact: String?

    @Option(name: .long, help: "When the conversation begins, such as 2026-03-01T09:00Z.")
    var at: String?

    @Option(name: .long, help: "Seed of the random steps.")
    var seed: UInt64 = 1

    @OptionGroup var key: KeyOption

    func run() async throws {
        try await ending {
            let (program, sources) = try workspace.program()
            let header = try header(for: program)
            let worlds = ChatWorlds(
                store: store,
                key: key,
                workspace: workspace.workspace
            )
            do {
                try await converse(on: worlds, header, program, sources)
            } catch {
                // What stopped the chat matters more than a store that does not close after it.
                try? worlds.close()
                throw error
            }
            try worlds.close()
        }
    }

    private func converse(
        on worlds: ChatWorlds,
        _ header: Transcript.Header,
        _ program: Program,
        _ sources: WorkspaceSources
    ) async throws {
        let repl = try REPL(
            header: header,
            program: program,
            sources: sources,
            isPersistent: store != nil,
            makeWorld: worlds.make,
            reload: { try workspace.program() }
        )
        if let script {
            try await play(ScriptLines(script), on: repl)
        } else {
            try await ChatLoop(repl: repl, program: program, header: header).run()
        }
    }

    private func header(for program: Program) throws -> Transcript.Header {
        if let flow, program.flow(named: flow) == nil {
            let help = Suggestion.help(for: flow, among: program.flows.map(\.name))
            throw Failure.cannotRun("there is no flow `\(flow)`" + (help.map { "; \($0)" } ?? ""))
        }
        var header = Transcript.Header(
            flow: flow,
            locale: program.locales.first,
            contact: contact,
            seed: seed
        )
        if let locale {
            guard let tag = LocaleTag(locale) else {
                throw Failure.cannotRun("`\(locale)` is no language tag; try de or pt-BR")
            }
            header.locale = tag
        }
        if let at {
            guard let start = Timestamp(at) else {
                throw Failure.cannotRun("`\(at)` is no time; write 2026-03-01T09:00Z")
            }
            header.start = start
        }
        return header
    }

    /// Plays the lines and prints the transcript, the same bytes on every run.
    private func play(_ lines: ScriptLines, on repl: REPL) async throws {
        var hasProblem = false
        for line in try lines.read() {
            var comments: [String] = []
            for answer in try await repl.read(line) {
                switch answer {
                case .chat: break
                case .info(let text): comments.append(text)
                case .problem(let text):
                    hasProblem = true
                    Output.error("error: \(line): \(text)")
                }
            }
            if !comments.isEmpty { repl.annotate([line] + comments) }
            if repl.isOver { break }
        }
        print(repl.transcriptText, terminator: "")
        if hasProblem { throw ExitCode(1) }
    }
}

/// The lines of a script.
struct ScriptLines {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    func read() throws -> [String] {
        let text =
            path == "-"
            ? String(
                decoding: try FileHandle.standardInput.read(upToCount: Transcript.longestText)
                    ?? Data(),
                as: UTF8.self
            )
            : try Self.file(path)
        return text.split(whereSeparator: \.isNewline).map(String.init)
            .filter { !$0.hasPrefix("#") }
    }

    private static func file(_ path: String) throws -> String {
        do {
            return try TranscriptFile.read(path)
        } catch {
            throw Failure.cannotRun(error.sentence)
        }
    }
}
