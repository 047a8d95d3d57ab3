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

    /// Every spelling of the shipped list that is STOP by itself, whoever says it.
    package static let stopTexts: [String] = {
        do throws(CommandWordError) {
            let spellings = try standardLists().flatMap(\.phrases).filter { phrase in
                phrase.roles.contains(.stop)
            }.map(\.spelling)
            return Set(spellings).sorted().filter { text in
                let decision = standard.decide(text)
                return decision.command == .stop && decision.certainty == .definite
            }
        } catch {
            preconditionFailure("command-words.txt: \(error)")
        }
    }()
}
