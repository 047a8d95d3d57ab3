/// The texts that belong to no flow: notices, and the names of purposes.
struct SharedTexts {
    /// One for each declared notice.
    let notices: [TextUse]
    /// For each declared purpose its name in each locale that has one.
    let purposeNames: [[Located<String>?]]

    init(_ workspace: Workspace, _ texts: LocaleTexts) {
        notices = workspace.settings.notices.map { notice in
            let key = "\(notice.name.value)@\(notice.version.value)"
            let entries = texts.own(flow: nil) { $0.notices[key] }
            return TextUse(
                key: .message(key),
                name: key,
                span: notice.name.span,
                entries: entries
            )
        }
        purposeNames = workspace.settings.purposes.map { purpose in
            texts.own(flow: nil) { $0.purposes[purpose.name.value] }
        }
    }

    /// What `{purpose}` shows in a locale.
    func purposeName(_ purpose: Int, _ locale: Int) -> String? {
        let names = purposeNames[purpose]
        return (names[locale] ?? names.first ?? nil)?.value
    }
}
