import MessageCatalog

extension Workspace {
    /// The path of the file to which a text that a locale lacks is best added.
    ///
    /// That is the flow's own file, if there is one or if the flow has one in another locale. A
    /// text that the other locales share belongs into the shared file, as does one of no flow.
    func textFile(of use: TextUse, in flow: FlowSymbols?, locale: Int) -> String {
        let chain = tags[locale].fallbackChain
        let isShared = use.entries.contains { entry in
            guard let path = entry?.text.span.path else { return false }
            if case .locale(_, flow: nil) = WorkspaceSources.role(of: path) { return true }
            return false
        }
        func written(_ tag: LocaleTag, _ flow: String?) -> String? {
            locales.first { $0.flow == flow && LocaleTag($0.tag.value) == tag }?.tag.span.path
        }
        let shared = chain.lazy.compactMap { written($0, nil) }.first
        guard let name = flow?.name, !isShared, locales.contains(where: { $0.flow == name }) else {
            return shared ?? "locales/\(tags[locale].text).yaml"
        }
        if let own = chain.lazy.compactMap({ written($0, name) }).first { return own }
        let spoken = chain.first { written($0, nil) != nil } ?? tags[locale]
        return "locales/\(spoken.text)/\(name).yaml"
    }
}
