// swift-tools-version: 6.3
import PackageDescription

// The raw bound: what a plain C program needs for the writes and the cryptography of our turns.
// A package of its own, so that Parley's knows nothing of OpenSSL.
let package = Package(
    name: "benchmarks",
    targets: [
        .systemLibrary(
            name: "CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]
        ),
        .systemLibrary(
            name: "COpenSSL",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        .executableTarget(
            name: "RawBound",
            dependencies: ["CSQLite", "COpenSSL"],
            cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]
        ),
    ],
    cLanguageStandard: .c11
)
