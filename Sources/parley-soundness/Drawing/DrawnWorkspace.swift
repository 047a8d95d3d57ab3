import FlowCompiler

/// A workspace drawn at random: purposes with rules of every kind, and flows that mostly obey
/// them.
///
/// The same seed and number give the same workspace. Most drafts compile; the others are for the
/// caller to count.
struct DrawnWorkspace: Sendable {
    let sources: WorkspaceSources

    init(seed: UInt64, number: Int) {
        var style = Style(seed: seed, number: number)
        var files = [SourceFile(path: "parley.yaml", text: style.settings())]
        files.append(SourceFile(path: "locales/en.yaml", text: Self.texts))
        for (name, flow) in Self.flows(&style) {
            files.append(SourceFile(path: "flows/\(name).yaml", text: flow))
        }
        sources = WorkspaceSources(files: files)
    }

    private static func flows(_ style: inout Style) -> [(String, String)] {
        let shared: String? = style.chance.happens(30) ? "shared" : nil
        var flows: [(String, String)] = []
        func add(_ heading: DrawnFlow.Heading, _ least: Int, _ more: Int) {
            let count = least + style.chance.below(more)
            let flow = DrawnFlow(heading, count: count, callee: shared, style)
            flows.append((heading.name, flow.yaml(&style)))
        }
        add(.init("main"), 3, 5)
        if style.chance.happens(50) { add(.init("second", startsWith: "hello"), 2, 4) }
        if style.chance.happens(20) { add(.init("third", startsWith: "other"), 2, 3) }
        if shared != nil { add(.init("shared", takesPurpose: true), 2, 3) }
        flows.append(("stop", DrawnCommands.stop(&style)))
        if style.chance.happens(50) { add(.init("begin", command: "start"), 2, 3) }
        if style.chance.happens(20) {
            add(.init("help", command: "help"), 2, 2)
        } else if style.chance.happens(50) {
            flows.append(("help", DrawnCommands.help))
        }
        if style.chance.happens(30) { flows.append(("delete", DrawnCommands.delete)) }
        if style.chance.happens(20) { flows.append(("receipt", DrawnCommands.receipt)) }
        return flows
    }

    private static let texts = """
        messages: {}
        choices:
          agree: { label: I agree, words: [agree] }
          decline: { label: No thanks, words: [never] }
          news: { label: News, words: [newsletter] }
          alerts: { label: Alerts, words: [alarm] }
          more: { label: More, words: [further] }
          back: { label: Back, words: [return] }
          small: { label: Small, words: [tiny] }
          large: { label: Large, words: [huge] }
        words: { hello: [hello], other: [other], yes: [yes], no: [no] }
        purposes: { news: our news, alerts: our alerts }
        notices: { privacy@1: "Privacy at {controller}.", terms@1: "Terms of {controller}." }

        """
}
