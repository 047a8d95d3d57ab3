/// Reads `serve:` of `parley.yaml`.
enum ServeParser {
    /// The section's own key, which has no part in a program's digest.
    static let section = "serve"
    private static let keys: [String] = ["listen", "public-url", "certificate", "private-key"]

    static func serve(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> ServeSyntax {
        var serve = ServeSyntax()
        guard let (key, node) = reader.entry(section),
            let section = MappingReader(
                node,
                section.quoted,
                known: keys,
                place: key.span,
                into: &diagnostics
            )
        else { return serve }
        serve.listen = section.text("listen", into: &diagnostics)
        serve.publicURL = section.text("public-url", into: &diagnostics)
        serve.certificate = section.text("certificate", into: &diagnostics)
        serve.privateKey = section.text("private-key", into: &diagnostics)
        return serve
    }
}
