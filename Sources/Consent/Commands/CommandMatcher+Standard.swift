extension CommandMatcher {
    /// The matcher of the word list we ship.
    package static let standard: CommandMatcher = {
        do throws(CommandWordError) {
            return CommandMatcher(lists: try standardLists())
        } catch {
            preconditionFailure("command-words.txt: \(error)")
        }
    }()

    /// The word list we ship, read anew.
    package static func standardLists() throws(CommandWordError) -> [CommandWordList] {
        try CommandWordList.parse(PackageResources.command_words_txt)
    }
}
