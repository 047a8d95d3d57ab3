/// Which tags are written from right to left (CLDR's script metadata and likely subtags).
enum WritingDirection {
    private static let scripts: Set<Substring> = Set(
        LocaleRelationText.rightToLeftScripts.split(separator: " ")
    )

    // Languages and language-region pairs; `!` marks a region that departs from its language.
    private static let languages: Set<Substring> = Set(
        LocaleRelationText.rightToLeftLanguages.split(separator: " ")
    )

    static func isRightToLeft(language: String, script: String?, region: String?) -> Bool {
        if let script { return scripts.contains(script[...]) }
        if let region {
            let pair = "\(language)-\(region)"
            if languages.contains(pair[...]) { return true }
            if languages.contains("!\(pair)"[...]) { return false }
        }
        return languages.contains(language[...])
    }
}
