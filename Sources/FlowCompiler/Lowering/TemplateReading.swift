import MessageCatalog

/// Parses texts as message templates, and points at what is wrong inside them.
struct TemplateReading {
    let places: TextPlace
    let forms: PluralForms

    init(_ workspace: Workspace) {
        places = TextPlace(files: workspace.files)
        let written = workspace.locales.compactMap { LocaleTag($0.tag.value) }
        forms = PluralForms(Set(workspace.tags + written))
    }

    /// Reports `invalid-template` and `missing-plural-category`.
    func entry(
        _ text: Located<String>,
        in tag: LocaleTag,
        _ diagnostics: inout Diagnostics
    ) -> TextEntry {
        do throws(TemplateError) {
            let template = try TemplateParser.parse(text.value)
            PluralCheck.run(template, text, in: tag, self, &diagnostics)
            return TextEntry(text: text, template: template)
        } catch {
            diagnostics.report(
                .invalidTemplate,
                at: places.span(of: error.offset, length: 1, in: text),
                error.message
            )
            return TextEntry(text: text, template: nil)
        }
    }

    /// Where a text first names an argument.
    func place(ofArgument name: String, in text: Located<String>) -> SourceSpan {
        let bytes = Array(text.value.utf8)
        let wanted = Array(name.utf8)
        for brace in bytes.indices where bytes[brace] == UInt8(ascii: "{") {
            var start = brace + 1
            while start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
            let end = start + wanted.count
            guard end < bytes.count, bytes[start..<end].elementsEqual(wanted),
                [UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "}")].contains(bytes[end])
            else { continue }
            return places.span(of: start, length: name.count, in: text)
        }
        return text.span
    }
}
