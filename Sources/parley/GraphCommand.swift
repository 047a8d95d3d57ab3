import ArgumentParser
import CommandLineSupport
import Consent
import FlowCompiler
import FlowGraph
import FlowProgram
import Foundation
import ModelChecker

struct GraphCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw flows: their steps, their ends, and every way between them.",
        discussion: """
            Without a flow it draws the one that answers on the channel. Several flows stand in \
            one picture, each in a frame, with the calls between them.

              parley graph order-updates > flow.mmd           Mermaid, for Markdown
              parley graph newsletter --format svg --output newsletter.svg
              parley graph newsletter double-opt-in --consent newsletter
              parley graph double-opt-in --path known,offer:accept,notice:agree

            Mermaid is shown by code forges inside Markdown and needs nothing. DOT is for \
            Graphviz and its relatives. SVG is drawn by Graphviz' dot, which has to be installed \
            (apt install graphviz).

            Boxes say what a step does, with the first line of each text in the source language. \
            A line is solid for what follows at once or by an answer, dashed for what time does, \
            and dotted, in Mermaid dashed, for replies that fit nothing. STOP and the other \
            commands work at every step, and stand in a note.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case mermaid, dot, svg
    }

    @Argument(help: "The flows; default the one that answers on the channel, if there is one.")
    var flows: [String] = []

    @Option(name: .long, help: "mermaid, dot or svg.")
    var format = Format.mermaid

    @Option(name: .long, help: "A file to write to; default standard output.")
    var output: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Steps to mark, in their order: known,offer:accept,notice.",
            discussion: """
                After a colon stands the way a step is left by, where there are several: a \
                choice, an outcome, `answer`, `otherwise`, `unclear`, or `after 1 day`. Before a \
                slash stands the step's flow, where it is another: \
                opt-in,double-opt-in/known. Without flows to draw, those of the path are drawn.
                """,
            valueName: "steps"
        )
    )
    var path: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Colour the steps that wait by where consent to this may stand there.",
            discussion: """
                It looks at every conversation there can be, as `parley check` does. The state \
                also stands in the box, in words.
                """,
            valueName: "purpose"
        )
    )
    var consent: String?

    @OptionGroup var workspace: WorkspaceOption

    func run() async throws {
        try await ending {
            let (program, _) = try workspace.program()
            let picture = try picture(of: program)
            switch format {
            case .mermaid: try write(Data(MermaidRenderer.text(picture).utf8))
            case .dot: try write(Data(DOTRenderer.text(picture).utf8))
            case .svg: try write(try Graphviz.svg(of: DOTRenderer.text(picture)))
            }
        }
    }

    private func picture(of program: Program) throws(Failure) -> Picture {
        var drawn: [FlowIndex] = []
        for name in flows { drawn.append(try GraphPath.flow(named: name, in: program)) }
        var marked = MarkedPath.none
        if let path {
            var first = drawn.first
            if first == nil, !path.contains("/") { first = try answering(in: program) }
            let visits = try GraphPath(program).visits(path, startingIn: first)
            marked = try GraphPath(program).marked(visits)
            if drawn.isEmpty { drawn = visits.map(\.flow) }
        }
        if drawn.isEmpty { drawn = [try answering(in: program)] }
        guard let consent else { return Picture(program, drawn, marked: marked) }
        let purpose = try purpose(named: consent, in: program)
        return Picture(
            program,
            drawn,
            consent: Self.states(of: purpose, in: program),
            of: purpose,
            marked: marked
        )
    }

    /// Where consent may stand at each step, in every conversation there can be.
    private static func states(
        of purpose: PurposeIndex,
        in program: Program
    ) -> [FlowIndex: [StepIndex: Set<ConsentState>]] {
        let checker = ModelChecker(program: program)
        let lenses = checker.lenses.filter { $0.purposes.contains(program[purpose].id) }
        var states: [FlowIndex: [StepIndex: Set<ConsentState>]] = [:]
        for part in lenses.map({ checker.check($0) }) {
            for (place, here) in part.states {
                states[place.flow, default: [:]][place.step, default: []].formUnion(here)
            }
            guard part.isCutOff else { continue }
            Output.error(
                "warning: only the nearest \(part.situations) situations on \(part.lens.channel) "
                    + "were looked at; more colours may be possible"
            )
        }
        return states
    }

    private func purpose(named name: String, in program: Program) throws(Failure) -> PurposeIndex {
        let names = program.purposes.map(\.id.name)
        guard let place = names.firstIndex(of: name) else {
            let help = Suggestion.help(for: name, among: names).map { "\($0) " } ?? ""
            throw .cannotRun(
                "error: there is no purpose `\(name)`; \(help)the purposes are "
                    + names.joined(separator: ", ")
            )
        }
        return PurposeIndex(place)
    }

    /// The one flow that answers on channels.
    private func answering(in program: Program) throws(Failure) -> FlowIndex {
        let answering = Set(program.channels.compactMap(\.flow))
        guard answering.count == 1, let only = answering.first else {
            let why = answering.isEmpty ? "no channel has" : "several channels have"
            let names = program.flows.map(\.name).joined(separator: ", ")
            throw .cannotRun("error: name a flow, as \(why) one; the flows are \(names)")
        }
        return only
    }

    private func write(_ picture: Data) throws(Failure) {
        do {
            guard let output else {
                return try FileHandle.standardOutput.write(contentsOf: picture)
            }
            try picture.write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw .cannotRun("error: \(output.map { "`\($0)`" } ?? "the output") cannot be written")
        }
    }
}
