import MessageCatalog

/// The workspace that a new author begins with.
///
/// It has the built-in flows, one short flow of the author's own, their texts in the chosen
/// locales, and transcripts; it checks clean, and its transcripts pass.
package enum StarterWorkspace {
    /// Every file of it, with the author's values filled in.
    package static func files(
        for settings: StarterSettings,
        from archive: StarterArchive = .shipped
    ) -> [StarterFile] {
        archive.files.compactMap { file in
            let locale = locale(of: file.path)
            if let locale, !settings.locales.contains(locale) { return nil }
            return StarterFile(
                path: Placeholders.fill(file.path) { value($0, settings, .plain) },
                text: Placeholders.fill(file.text) {
                    value($0, settings, form(of: file.path, locale))
                }
            )
        }
    }

    /// How a value is written.
    private enum Form {
        case plain
        case yaml
        /// As a message in this locale shows it.
        case shown(LocaleTag)
    }

    private static func form(of path: String, _ locale: String?) -> Form {
        if path.hasSuffix(".yaml") { return .yaml }
        guard path.hasSuffix(".chat"), let tag = locale.flatMap({ LocaleTag($0) }) else {
            return .plain
        }
        return .shown(tag)
    }

    private static func value(
        _ name: Substring,
        _ settings: StarterSettings,
        _ form: Form
    ) -> String? {
        switch name {
        case "NAME": write(settings.name, form)
        case "CONTACT": write(settings.contact, form)
        // The form of these was checked: they are plain text wherever they stand.
        case "COUNTRY": settings.country
        case "LOCALES": settings.locales.joined(separator: ", ")
        case "FLOW": settings.flow
        default: nil
        }
    }

    private static func write(_ text: String, _ form: Form) -> String {
        switch form {
        case .plain: return text
        case .yaml: return QuotedScalar.quote(text)
        case .shown(let locale):
            do throws(RenderError) {
                return try MessageTemplate([.argument("value")])
                    .render(locale: locale) { _ in .text(text) }
            } catch {
                preconditionFailure("a value of one line renders: \(error)")
            }
        }
    }

    /// The locale a file is for: `de` of `locales/de.yaml`, `locales/de/help.yaml` and
    /// `transcripts/welcome/de-stop.chat`.
    private static func locale(of path: String) -> String? {
        let parts = path.split(separator: "/")
        switch parts.first {
        case "locales" where parts.count > 1: return String(parts[1].prefix { $0 != "." })
        case "transcripts": return parts.last.map { String($0.prefix { $0 != "-" }) }
        default: return nil
        }
    }
}
