/// A workspace with its names declared and its texts gathered, after every check has run.
struct CheckedWorkspace {
    let workspace: Workspace
    let symbols: SymbolTable
    let texts: LocaleTexts
    let flowTexts: [FlowTexts]
    let shared: SharedTexts
    let patterns: PatternTable

    init(_ workspace: Workspace, _ diagnostics: inout Diagnostics) {
        self.workspace = workspace
        let symbols = SymbolTable(workspace)
        let reading = TemplateReading(workspace)
        let texts = LocaleTexts(workspace, reading, &diagnostics)
        let flowTexts = symbols.flows.map { FlowTexts($0, texts, reading, &diagnostics) }
        let shared = SharedTexts(workspace, texts)
        let patterns = PatternTable(symbols)
        let values = ParameterValues(workspace, symbols)

        DeclarationCheck.run(workspace, symbols, &diagnostics)
        NameResolution.run(workspace, symbols, &diagnostics)
        LimitCheck.run(symbols, &diagnostics)
        QuestionCheck.run(symbols, &diagnostics)
        SlotTypeCheck.run(symbols, &diagnostics)
        TypeCheck.run(symbols, patterns, &diagnostics)
        PatternCheck.run(symbols, patterns, reading.places, &diagnostics)
        Reachability.run(symbols, &diagnostics)
        LoopCheck.run(symbols, &diagnostics)
        ConsentCheck.run(workspace, symbols, values, &diagnostics)
        PurposeCheck.run(workspace, symbols, values, &diagnostics)
        RightsCheck.run(workspace, symbols, &diagnostics)
        ClaimCheck.run(symbols, &diagnostics)
        VendorCheck.run(workspace, &diagnostics)
        RetentionCheck.run(workspace, &diagnostics)
        AuditCheck.run(workspace, &diagnostics)
        ChannelCheck.run(workspace, flowTexts, &diagnostics)
        SlotCheck.run(symbols, flowTexts, patterns, reading, &diagnostics)
        LocaleCheck.run(workspace, symbols, texts, flowTexts, shared, reading, &diagnostics)
        EmptyTextCheck.run(workspace, symbols, flowTexts, shared, &diagnostics)
        LengthCheck.run(workspace, symbols, flowTexts, shared, values, &diagnostics)
        WordCheck.run(workspace, symbols, texts, flowTexts, &diagnostics)

        self.symbols = symbols
        self.texts = texts
        self.flowTexts = flowTexts
        self.shared = shared
        self.patterns = patterns
    }
}
