package import ArgumentParser
package import ConversationRuntime
import Foundation

/// Where a store's key is.
package struct KeyOption: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Where the key is: file:PATH, env:NAME or command:TEXT.",
            discussion: """
                Without it: the environment variable PARLEY_KEY if it is set, otherwise the file \
                beside the store's folder with `.key` added to its name.
                """
        )
    )
    package var key: String?

    package init() {}

    package func source(for store: String) -> KeySource {
        if let key { return KeySource(key) }
        let isSet = ProcessInfo.processInfo.environment["PARLEY_KEY"] != nil
        return isSet ? .environment("PARLEY_KEY") : .file(Self.file(beside: store))
    }

    package static func file(beside store: String) -> String {
        var folder = store
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return "\(folder).key"
    }
}
