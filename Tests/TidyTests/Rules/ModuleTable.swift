/// Which module may import which: the shape of the program, in one place.
///
/// A module may use only modules above it in the table, so that the whole has no circles. Rings:
/// a pure module has no clock, randomness, I/O or concurrency; an adapter speaks to one outside
/// thing; the shell puts them together.
struct ModuleEntry: Sendable {
    enum Ring: Sendable { case pure, adapter, shell }

    let name: String
    let level: Int
    let ring: Ring
    var uses: [String]
    var outside: [String] = []
    /// Imports that only one file may have, by its path in the module.
    var exceptions: [String: [String]] = [:]
}

enum ModuleTable {
    /// Part of the standard library, and so free to all.
    static let free = ["Swift", "Synchronization"]

    static let entries: [ModuleEntry] = pure + adapters + shell

    static func entry(_ name: Substring) -> ModuleEntry? {
        entries.first { $0.name == name }
    }

    private static let pure: [ModuleEntry] = [
        ModuleEntry(name: "Clocks", level: 0, ring: .pure, uses: []),
        ModuleEntry(name: "ByteCoding", level: 0, ring: .pure, uses: []),
        ModuleEntry(name: "JSONCoding", level: 0, ring: .pure, uses: []),
        ModuleEntry(name: "MessageCatalog", level: 0, ring: .pure, uses: ["Clocks"]),
        ModuleEntry(
            name: "TextMatching",
            level: 0,
            ring: .pure,
            uses: [],
            // Normalization forms are not in the standard library's public interface.
            exceptions: ["Folding/UnicodeNormalization.swift": ["Foundation"]]
        ),
        ModuleEntry(name: "Encryption", level: 0, ring: .pure, uses: [], outside: ["Crypto"]),
        ModuleEntry(
            name: "Consent",
            level: 1,
            ring: .pure,
            uses: ["Clocks", "TextMatching"]
        ),
        ModuleEntry(name: "Audit", level: 1, ring: .pure, uses: ["Clocks"], outside: ["Crypto"]),
        ModuleEntry(
            name: "TransparencyLog",
            level: 2,
            ring: .pure,
            uses: ["Clocks", "Encryption", "Audit"],
            outside: ["Crypto", "SwiftASN1"]
        ),
        ModuleEntry(
            name: "FlowProgram",
            level: 2,
            ring: .pure,
            uses: ["Clocks", "MessageCatalog", "TextMatching", "Consent"]
        ),
        ModuleEntry(
            name: "FlowCompiler",
            level: 3,
            ring: .pure,
            uses: [
                "Clocks", "ByteCoding", "MessageCatalog", "TextMatching", "Consent", "FlowProgram",
            ],
            outside: ["Yams", "Crypto"]
        ),
        ModuleEntry(
            name: "FlowInterpreter",
            level: 3,
            ring: .pure,
            uses: [
                "Clocks", "ByteCoding", "MessageCatalog", "TextMatching", "Consent", "FlowProgram",
            ]
        ),
        ModuleEntry(
            name: "Conversations",
            level: 4,
            ring: .pure,
            uses: [
                "ByteCoding", "Clocks", "MessageCatalog", "TextMatching", "Consent", "Audit",
                "FlowProgram", "FlowInterpreter",
            ]
        ),
        ModuleEntry(
            name: "Channels",
            level: 5,
            ring: .pure,
            uses: [
                "Clocks", "JSONCoding", "MessageCatalog", "Encryption", "Consent", "Conversations",
            ],
            outside: ["Crypto", "CryptoExtras"]
        ),
        ModuleEntry(
            name: "ModelChecker",
            level: 5,
            ring: .pure,
            uses: [
                "Clocks", "MessageCatalog", "TextMatching", "Consent", "Audit", "FlowProgram",
                "FlowInterpreter", "Conversations",
            ]
        ),
        ModuleEntry(
            name: "ProofCertificates",
            level: 6,
            ring: .pure,
            uses: [
                "Clocks", "MessageCatalog", "Encryption", "Consent", "TransparencyLog",
                "FlowProgram", "ModelChecker",
            ]
        ),
        ModuleEntry(
            name: "FlowGraph",
            level: 3,
            ring: .pure,
            uses: ["Clocks", "MessageCatalog", "TextMatching", "Consent", "FlowProgram"]
        ),
        ModuleEntry(
            name: "FlowFormatter",
            level: 4,
            ring: .pure,
            uses: ["FlowProgram", "FlowCompiler"]
        ),
        ModuleEntry(name: "Starter", level: 1, ring: .pure, uses: ["MessageCatalog"]),
    ]

    private static let adapters: [ModuleEntry] = [
        ModuleEntry(name: "Storage", level: 5, ring: .adapter, uses: ["Clocks", "Audit"]),
        ModuleEntry(
            name: "StorageSQLite",
            level: 6,
            ring: .adapter,
            uses: ["Clocks", "Audit", "Storage"],
            outside: ["GRDB", "GRDBSQLite", "Foundation", "Glibc"]
        ),
        ModuleEntry(
            name: "StoreConformance",
            level: 6,
            ring: .adapter,
            uses: everything(in: pure) + ["Storage"],
            outside: ["Testing"]
        ),
        ModuleEntry(
            name: "ConsentRecords",
            level: 5,
            ring: .adapter,
            uses: ["Clocks", "JSONCoding", "MessageCatalog", "Consent", "Encryption"],
            outside: ["Crypto"]
        ),
        ModuleEntry(
            name: "ChannelConformance",
            level: 6,
            ring: .adapter,
            uses: ["Clocks", "Conversations", "Channels"],
            outside: ["Testing"]
        ),
        ModuleEntry(
            name: "RawHTTP",
            level: 0,
            ring: .adapter,
            uses: [],
            outside: ["Dispatch", "Glibc"]
        ),
        ModuleEntry(
            name: "LineEditing",
            level: 6,
            ring: .adapter,
            uses: [],
            outside: ["CLibEdit", "Glibc"]
        ),
    ]

    private static let shell: [ModuleEntry] = [
        ModuleEntry(
            name: "ConversationRuntime",
            level: 6,
            ring: .shell,
            uses: everything(in: pure) + ["Storage", "ConsentRecords"],
            outside: ["Crypto", "Foundation", "FoundationEssentials", "Dispatch", "Glibc"]
        ),
        ModuleEntry(
            name: "Simulator",
            level: 7,
            ring: .shell,
            uses: everything(in: pure) + [
                "Storage", "StorageSQLite", "ConsentRecords", "ConversationRuntime",
            ],
            outside: ["Foundation", "Dispatch", "Glibc"]
        ),
        ModuleEntry(
            name: "CommandLineSupport",
            level: 7,
            ring: .shell,
            uses: [
                "Clocks", "Encryption", "Audit", "TransparencyLog", "FlowProgram", "FlowCompiler",
                "Channels", "Storage", "StorageSQLite", "ConversationRuntime",
            ],
            outside: ["ArgumentParser", "Foundation", "Glibc"]
        ),
        ModuleEntry(
            name: "WebServer",
            level: 7,
            ring: .shell,
            uses: everything(in: pure) + ["Storage", "ConsentRecords", "ConversationRuntime"],
            outside: [
                "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "HTTPTypes", "Logging",
                "NIOCore", "NIOHTTPTypes", "NIOSSL", "ServiceLifecycle", "Dispatch",
            ]
        ),
        ModuleEntry(
            name: "ProviderHTTP",
            level: 7,
            ring: .shell,
            uses: ["Clocks", "Channels", "ConversationRuntime"],
            outside: ["AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOPosix"]
        ),
        ModuleEntry(
            name: "ProviderSimulator",
            level: 8,
            ring: .shell,
            uses: everything(in: pure) + ["ConversationRuntime", "WebServer"],
            outside: ["Hummingbird", "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore"]
        ),
        ModuleEntry(
            name: "parleyd",
            level: 9,
            ring: .shell,
            uses: everything(in: pure) + [
                "Storage", "StorageSQLite", "ConversationRuntime", "CommandLineSupport",
                "ProviderHTTP", "ProviderSimulator", "WebServer",
            ],
            outside: [
                "ArgumentParser", "Foundation", "Glibc", "Logging", "ServiceLifecycle",
                "UnixSignals",
            ]
        ),
        ModuleEntry(
            name: "parley-check-bench",
            level: 8,
            ring: .shell,
            uses: everything(in: pure) + ["ConversationRuntime"],
            outside: ["Foundation"]
        ),
        ModuleEntry(
            name: "parley-soundness",
            level: 8,
            ring: .shell,
            uses: everything(in: pure) + ["ConversationRuntime", "Simulator"],
            outside: ["Foundation"]
        ),
        ModuleEntry(
            name: "parley",
            level: 8,
            ring: .shell,
            uses: everything(in: pure) + [
                "Storage", "StorageSQLite", "LineEditing", "ConsentRecords", "ConversationRuntime",
                "Simulator", "CommandLineSupport",
            ],
            outside: [
                "ArgumentParser", "Foundation", "FoundationNetworking", "Dispatch", "Glibc",
            ]
        ),
        ModuleEntry(
            name: "parley-load",
            level: 8,
            ring: .shell,
            uses: everything(in: pure) + ["Storage", "StorageSQLite", "ConversationRuntime"],
            outside: ["Foundation", "Dispatch", "Glibc"]
        ),
        ModuleEntry(
            name: "parley-soak",
            level: 8,
            ring: .shell,
            uses: everything(in: pure) + ["Storage", "StoreConformance", "ConversationRuntime"],
            outside: ["Foundation", "Dispatch", "Glibc"]
        ),
        ModuleEntry(
            name: "parley-storm",
            level: 9,
            ring: .shell,
            uses: everything(in: pure) + [
                "Storage", "StorageSQLite", "ConversationRuntime", "ProviderHTTP",
                "ProviderSimulator", "WebServer",
            ],
            outside: ["ArgumentParser", "Foundation", "Logging"]
        ),
        ModuleEntry(
            name: "parley-webhook-bench",
            level: 9,
            ring: .shell,
            uses: ["Clocks", "Channels", "ProviderSimulator"],
            outside: [
                "ArgumentParser", "Foundation", "Hummingbird", "HummingbirdCore", "HTTPTypes",
                "Logging", "NIOCore",
            ]
        ),
        ModuleEntry(
            name: "parley-bench",
            level: 8,
            ring: .shell,
            uses: everything(in: pure) + ["Storage", "StorageSQLite", "ConversationRuntime"],
            outside: ["Foundation"]
        ),
    ]

    private static func everything(in entries: [ModuleEntry]) -> [String] {
        entries.map(\.name)
    }
}
