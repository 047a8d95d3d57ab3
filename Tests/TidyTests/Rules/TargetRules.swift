/// Every folder of code is a target, and every test target tests something.
enum TargetRules {
    /// Folders of code that the manifest does not name: they would silently not be built.
    static func unlisted(_ files: [SourceFile], manifest: String) -> [String] {
        let names = Set(files.compactMap { $0.module.map(String.init) })
        return names.filter { !manifest.contains("\"\($0)\"") }.sorted()
    }

    static func empty(_ files: [SourceFile]) -> [String] {
        let tests = files.filter { $0.isTest && $0.module?.hasSuffix("Tests") == true }
        return Dictionary(grouping: tests) { $0.module.map(String.init) ?? "" }
            .filter { _, files in !files.contains(where: hasTest) }
            .keys.sorted()
    }

    private static func hasTest(_ file: SourceFile) -> Bool {
        file.words.contains { $0.text == "Test" && $0.before == UInt8(ascii: "@") }
    }
}
