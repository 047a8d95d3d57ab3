// swift-tools-version: 6.3
import PackageDescription

// The modules, from the vocabulary up: a module uses only modules above it in this list. What each
// may import is held by Tests/TidyTests.
let package = Package(
    name: "parley",
    products: [
        .executable(name: "parley", targets: ["parley"]),
        .executable(name: "parleyd", targets: ["parleyd"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(
            url: "https://github.com/apple/swift-http-types",
            from: "1.8.0",
            traits: []
        ),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird",
            from: "2.28.1",
            traits: []
        ),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Vocabulary
        .target(name: "Clocks"),
        .target(name: "ByteCoding"),
        .target(name: "JSONCoding"),
        .target(name: "MessageCatalog", dependencies: ["Clocks"]),
        .target(name: "TextMatching"),
        .target(name: "Encryption", dependencies: [.crypto]),
        .systemLibrary(
            name: "CLibEdit",
            pkgConfig: "libedit",
            providers: [.apt(["libedit-dev"])]
        ),

        // The law, the history
        .target(
            name: "Consent",
            dependencies: ["Clocks", "TextMatching"],
            resources: [
                .embedInCode("Commands/Data/command-words.txt"),
                .embedInCode("QuietHours/Data/quiet-hours.txt"),
                .embedInCode("Retention/Data/retention-presets.txt"),
            ]
        ),
        .target(name: "Audit", dependencies: ["Clocks", .crypto]),
        .target(
            name: "TransparencyLog",
            dependencies: [
                "Clocks", "Encryption", "Audit", .crypto,
                .product(name: "SwiftASN1", package: "swift-asn1"),
            ]
        ),

        // What a flow is; from text to program, from program to steps
        .target(
            name: "FlowProgram",
            dependencies: ["Clocks", "MessageCatalog", "TextMatching", "Consent"]
        ),
        .target(
            name: "FlowCompiler",
            dependencies: [
                "Clocks", "ByteCoding", "MessageCatalog", "TextMatching", "Consent", "FlowProgram",
                .crypto,
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(
            name: "FlowInterpreter",
            dependencies: [
                "Clocks", "ByteCoding", "MessageCatalog", "TextMatching", "Consent", "FlowProgram",
            ]
        ),

        // One turn, decided
        .target(
            name: "Conversations",
            dependencies: [
                "Clocks", "ByteCoding", "MessageCatalog", "TextMatching", "Consent", "Audit",
                "FlowProgram", "FlowInterpreter",
            ]
        ),

        // Proof
        .target(
            name: "ModelChecker",
            dependencies: [
                "Clocks", "MessageCatalog", "TextMatching", "Consent", "FlowProgram",
                "Audit", "FlowInterpreter", "Conversations",
            ]
        ),

        .target(
            name: "ProofCertificates",
            dependencies: [
                "Clocks", "MessageCatalog", "Encryption", "Consent", "TransparencyLog",
                "FlowProgram", "ModelChecker",
            ]
        ),

        // For authors
        .target(name: "FlowFormatter", dependencies: ["FlowCompiler", "FlowProgram"]),
        .target(
            name: "FlowGraph",
            dependencies: ["Clocks", "MessageCatalog", "TextMatching", "Consent", "FlowProgram"]
        ),
        .target(
            name: "Starter",
            dependencies: ["MessageCatalog"],
            exclude: ["Resources/own"],
            resources: [.embedInCode("Resources/starter.txt")]
        ),

        // Ports and adapters
        .target(name: "Storage", dependencies: ["Clocks", "Audit"]),
        .target(
            name: "StorageSQLite",
            dependencies: [
                "Clocks", "Audit", "Storage", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(name: "LineEditing", dependencies: ["CLibEdit"]),
        .target(
            name: "ConsentRecords",
            dependencies: [
                "Clocks", "JSONCoding", "MessageCatalog", "Consent", "Encryption", .crypto,
            ]
        ),
        .target(
            name: "Channels",
            dependencies: [
                "Clocks", "JSONCoding", "MessageCatalog", "Encryption", "Consent", "Conversations",
                .crypto, .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),

        // The shell
        .target(
            name: "ConversationRuntime",
            dependencies: [
                "Clocks", "ByteCoding", "MessageCatalog", "Encryption", "Consent", "Audit",
                "TransparencyLog", "FlowProgram", "FlowCompiler", "FlowInterpreter",
                "Conversations", "Channels", "Storage", "ConsentRecords", .crypto,
            ]
        ),
        .target(
            name: "Simulator",
            dependencies: [
                "Clocks", "MessageCatalog", "Encryption", "Consent", "Audit", "FlowProgram",
                "FlowCompiler", "FlowInterpreter", "Conversations", "Storage", "ConsentRecords",
                "ConversationRuntime", "ModelChecker", "TextMatching", "Channels",
            ]
        ),
        .target(
            name: "CommandLineSupport",
            dependencies: [
                "Clocks", "Encryption", "Audit", "TransparencyLog", "FlowProgram", "FlowCompiler",
                "Channels", "Storage", "StorageSQLite", "ConversationRuntime",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(
            name: "WebServer",
            dependencies: [
                "Clocks", "JSONCoding", "Encryption", "Consent", "Audit", "TransparencyLog",
                "FlowProgram", "Conversations", "Channels", "Storage", "ConsentRecords",
                "ConversationRuntime",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ]
        ),
        .target(
            name: "ProviderHTTP",
            dependencies: [
                "Clocks", "Channels", "ConversationRuntime",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .target(
            name: "ProviderSimulator",
            dependencies: [
                "Clocks", "JSONCoding", "Encryption", "Conversations", "Channels",
                "ConversationRuntime", "WebServer",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        .executableTarget(
            name: "parleyd",
            dependencies: [
                "Clocks", "Encryption", "Audit", "TransparencyLog", "FlowProgram", "FlowCompiler",
                "Conversations", "Channels", "Storage", "StorageSQLite", "ConversationRuntime",
                "CommandLineSupport", "ProviderHTTP", "ProviderSimulator", "WebServer",
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .executableTarget(
            name: "parley",
            dependencies: [
                "Clocks", "JSONCoding", "MessageCatalog", "Encryption", "Consent", "Audit",
                "TransparencyLog", "FlowProgram", "FlowCompiler", "FlowInterpreter",
                "Conversations", "Storage", "StorageSQLite",
                "ConsentRecords", "ConversationRuntime", "Simulator", "LineEditing",
                "CommandLineSupport", "Channels", "FlowFormatter", "FlowGraph", "ModelChecker",
                "ProofCertificates", "Starter",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // For tests and benchmarks
        .target(name: "RawHTTP"),
        .target(name: "StoreConformance", dependencies: ["Clocks", "Audit", "Storage"]),
        .target(
            name: "ChannelConformance",
            dependencies: ["Clocks", "Conversations", "Channels"]
        ),
        .executableTarget(
            name: "parley-load",
            dependencies: [
                "Clocks", "Encryption", "Audit", "FlowCompiler", "FlowProgram", "Conversations",
                "Storage", "StorageSQLite", "ConversationRuntime",
            ]
        ),
        .executableTarget(
            name: "parley-soak",
            dependencies: [
                "Clocks", "MessageCatalog", "Encryption", "Consent", "Audit", "FlowProgram",
                "FlowCompiler", "FlowInterpreter", "Conversations", "Storage", "StoreConformance",
                "ConversationRuntime",
            ]
        ),
        .executableTarget(
            name: "parley-soundness",
            dependencies: [
                "Clocks", "MessageCatalog", "Consent", "FlowProgram", "FlowCompiler",
                "FlowInterpreter", "Conversations", "ModelChecker", "ConversationRuntime",
                "Simulator",
            ]
        ),
        .executableTarget(
            name: "parley-storm",
            dependencies: [
                "Clocks", "Encryption", "Audit", "FlowProgram", "FlowCompiler", "Conversations",
                "Consent", "Channels", "Storage", "StorageSQLite", "ConversationRuntime",
                "ProviderHTTP", "ProviderSimulator", "WebServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .executableTarget(
            name: "parley-webhook-bench",
            dependencies: [
                "Clocks", "Channels", "ProviderSimulator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]
        ),
        .executableTarget(
            name: "parley-bench",
            dependencies: [
                "Clocks",
                "MessageCatalog",
                "Encryption",
                "Consent",
                "Audit",
                "FlowProgram",
                "FlowCompiler",
                "FlowInterpreter",
                "Conversations",
                "Storage",
                "StorageSQLite",
                "ConversationRuntime",
            ]
        ),
        .executableTarget(
            name: "parley-check-bench",
            dependencies: [
                "MessageCatalog", "FlowProgram", "FlowCompiler", "ModelChecker",
                "ConversationRuntime",
            ]
        ),
        .testTarget(name: "ClocksTests", dependencies: ["Clocks"]),
        .testTarget(name: "ByteCodingTests", dependencies: ["ByteCoding"]),
        .testTarget(name: "JSONCodingTests", dependencies: ["JSONCoding"]),
        .testTarget(name: "MessageCatalogTests", dependencies: ["MessageCatalog", "Clocks"]),
        .testTarget(name: "TextMatchingTests", dependencies: ["TextMatching"]),
        .testTarget(name: "EncryptionTests", dependencies: ["Encryption"]),
        .testTarget(
            name: "ConsentRecordsTests",
            dependencies: ["ConsentRecords", "Consent", "Clocks", "Encryption", "JSONCoding"]
        ),
        .testTarget(name: "ConsentTests", dependencies: ["Consent", "Clocks"]),
        .testTarget(name: "AuditTests", dependencies: ["Audit", "Clocks"]),
        .testTarget(
            name: "TransparencyLogTests",
            dependencies: ["TransparencyLog", "Audit", "Clocks", "Encryption", "Storage"]
        ),
        .testTarget(
            name: "FlowCompilerTests",
            dependencies: [
                "FlowCompiler", "FlowProgram", "MessageCatalog", "Clocks", "Consent",
                "TextMatching",
            ]
        ),
        .testTarget(
            name: "FlowInterpreterTests",
            dependencies: [
                "FlowInterpreter", "FlowCompiler", "FlowProgram", "MessageCatalog", "Clocks",
                "Consent", "ByteCoding",
            ]
        ),
        .testTarget(
            name: "ConversationsTests",
            dependencies: [
                "Conversations", "FlowInterpreter", "FlowCompiler", "FlowProgram", "Clocks",
                "Consent", "Audit", "ByteCoding", "MessageCatalog",
            ]
        ),
        .testTarget(
            name: "ChannelsTests",
            dependencies: [
                "Channels", "ChannelConformance", "Clocks", "JSONCoding", "MessageCatalog",
                "Encryption", "Consent", "Conversations", .crypto,
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        .testTarget(name: "StorageTests", dependencies: ["Storage", "StoreConformance"]),
        .testTarget(
            name: "StorageSQLiteTests",
            dependencies: [
                "StorageSQLite", "Storage", "StoreConformance", "Audit", "Clocks",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "ConversationRuntimeTests",
            dependencies: [
                "ConversationRuntime", "Conversations", "FlowCompiler", "FlowProgram",
                "FlowInterpreter", "Storage", "StorageSQLite", "StoreConformance", "Encryption",
                "TransparencyLog", "Clocks", "Consent", "Audit", "MessageCatalog", "Simulator",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "TranscriptTests",
            dependencies: [
                "Simulator", "ConversationRuntime", "FlowCompiler", "FlowProgram", "Clocks",
                "MessageCatalog",
            ]
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "parley", "parleyd", "parley-load", "parley-soak", "parley-storm", "Audit",
                "Clocks", "Channels", "ConversationRuntime", "ProviderHTTP", "ProviderSimulator",
                "TransparencyLog", "RawHTTP",
                "Conversations", "Encryption", "Storage", "StorageSQLite",
            ]
        ),
        .testTarget(
            name: "WebServerTests",
            dependencies: [
                "WebServer", "RawHTTP", "TransparencyLog", "Storage", "Audit", "Clocks",
                "JSONCoding", "Consent", "FlowCompiler", "FlowProgram", "FlowInterpreter",
                "Conversations", "Channels", "ConversationRuntime", "ConsentRecords",
                "Encryption", .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(
            name: "FlowFormatterTests",
            dependencies: ["FlowFormatter", "FlowCompiler", "FlowProgram", "parley"]
        ),
        .testTarget(
            name: "FlowGraphTests",
            dependencies: [
                "FlowGraph", "FlowCompiler", "FlowProgram", "MessageCatalog", "Consent",
                "ConversationRuntime",
            ]
        ),
        .testTarget(
            name: "StarterTests",
            dependencies: [
                "Starter", "FlowCompiler", "FlowProgram", "MessageCatalog", "Simulator", "parley",
            ]
        ),
        .testTarget(
            name: "ProofCertificatesTests",
            dependencies: [
                "ProofCertificates", "ModelChecker", "FlowCompiler", "FlowProgram",
                "TransparencyLog", "Encryption", "Clocks",
            ]
        ),
        .testTarget(
            name: "ModelCheckerTests",
            dependencies: [
                "ModelChecker", "Clocks", "MessageCatalog", "Consent", "FlowCompiler",
                "FlowProgram", "FlowInterpreter", "Conversations", "ConversationRuntime",
                "Simulator", "parley-soundness",
            ]
        ),
        .testTarget(
            name: "SimulatorTests",
            dependencies: [
                "Simulator", "ConversationRuntime", "FlowCompiler", "FlowProgram",
                "MessageCatalog", "Clocks",
            ]
        ),
        .testTarget(name: "TidyTests"),
    ],
    swiftLanguageModes: [.v6]
)

extension Target.Dependency {
    static var crypto: Target.Dependency { .product(name: "Crypto", package: "swift-crypto") }
}

// One block for all targets: the checks the project holds itself to.
for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("ImmutableWeakCaptures"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
    ]
}
