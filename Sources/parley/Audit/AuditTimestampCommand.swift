import ArgumentParser
import Clocks
import CommandLineSupport
import ConversationRuntime
import Encryption
import FlowProgram
import Foundation
import StorageSQLite
import TransparencyLog

struct AuditTimestampCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timestamp",
        abstract: "Have an authority say when a checkpoint was there (RFC 3161).",
        discussion: """
            A time-stamping authority signs the hash of the last checkpoint together with its own \
            time. Nobody can then claim that what is under the checkpoint was written later, or \
            date what is added afterwards earlier: `parley audit verify` finds a leaf that is \
            dated well before the time stamp and is not under its checkpoint.

            `request` writes what to send, curl sends it, and `add` checks the answer against \
            the request and stores it. Parley itself sends nothing.

            The authority's signature is not checked by Parley. `openssl ts -verify` does that \
            with the authority's certificate; `add` and `list` print the command. Until then a \
            time stamp proves nothing. Keep each reply elsewhere too: whoever can change the \
            store can remove what is in it.
            """,
        subcommands: [
            AuditTimestampRequestCommand.self, AuditTimestampAddCommand.self,
            AuditTimestampListCommand.self,
        ]
    )
}

struct AuditTimestampRequestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Write a request about the last checkpoint, and say how to send it.",
        discussion: """
            A log that grew is signed first. The request holds the hash of the checkpoint and a \
            number drawn at random, and nothing else of yours.

            Send it at once. A time stamp cannot tell what was logged between the checkpoint and \
            its own time, so `add` refuses one that comes more than 5 minutes after such a leaf.
            """
    )

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    @Option(name: .long, help: "The file to write the request to: 70 bytes, a TimeStampReq in DER.")
    var out: String

    func run() async throws {
        try await ending {
            let (request, size, authority) = try await StoreSession.with(store, key) { session in
                let log = session.engine.log
                guard try log.lastCheckpoint() != nil,
                    let signed = try log.checkpoint(at: session.engine.clock.now())
                else { throw LogError.unsigned }
                let nonce = UInt64.random(in: .min ... .max)
                return (
                    try log.timestampRequest(nonce: nonce), signed.checkpoint.size,
                    session.program.audit.timestampAuthority
                )
            }
            try TimestampFiles.write(request.bytes, to: out)
            Output.line("\(out) asks about the checkpoint of \(size) leaves. Send it now:\n")
            for command in commands(authority: authority) { Output.line("  \(command)") }
            if authority == nil {
                Output.error(
                    "URL is the authority's address: put it there, or under `audit: timestamps:` "
                        + "in parley.yaml"
                )
            }
        }
    }

    /// What a person runs next.
    private func commands(authority: String?) -> [String] {
        let stem = out.hasSuffix(".tsq") ? String(out.dropLast(4)) : out
        let reply = "\(stem).tsr".shellWord
        let type = "Content-Type: \(TimestampRequest.mediaType)".shellWord
        let options = [
            ("--workspace", store.workspace.workspace == "." ? nil : store.workspace.workspace),
            ("--store", store.store), ("--key", key.key),
        ].compactMap { name, value in value.map { " \(name) \($0.shellWord)" } }.joined()
        return [
            "curl -H \(type) --data-binary \("@\(out)".shellWord) "
                + "\(authority?.shellWord ?? "URL") -o \(reply)",
            "parley audit timestamp add --request \(out.shellWord) --reply \(reply)\(options)",
        ]
    }
}

struct AuditTimestampAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Store the authority's reply to a request.",
        discussion: """
            Stored is only what answers this very request: the hash of a checkpoint in this \
            store, and the request's number. The authority's signature is not checked here; the \
            command that is printed does it.
            """
    )

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    @Option(name: .long, help: "The file that `request` wrote.")
    var request: String

    @Option(name: .long, help: "The file with what the authority answered.")
    var reply: String

    func run() async throws {
        try await ending {
            let bytes = try FileBytes.read(request, limit: TimestampRequest.byteCount)
            guard let asked = TimestampRequest(bytes: bytes) else {
                throw Failure.cannotRun(
                    "`\(request)` is no request of `parley audit timestamp request`"
                )
            }
            let answer = try FileBytes.read(reply, limit: TimestampReply.longestByteCount)
            let added = try await StoreSession.with(store, key) { session in
                try session.engine.log.addTimestamp(
                    reply: answer,
                    to: asked,
                    at: session.engine.clock.now()
                )
            }
            Output.line(
                "stored: the checkpoint of \(added.size) leaves was there at \(added.time.text), "
                    + "says the authority. Whether it was the authority, this tells:\n"
            )
            Output.line(
                "  openssl ts -verify -queryfile \(request.shellWord) -in \(reply.shellWord) "
                    + "-CAfile AUTHORITY.pem"
            )
        }
    }
}

struct AuditTimestampListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The stored time stamps, and how to check who signed them.",
        discussion: """
            Needs no key. A time stamp that does not fit is of another checkpoint than the one \
            stored with its size: one of the two was changed, and the log does not verify.

            --out writes the tokens to files and prints, for each, the command by which openssl \
            checks the authority's signature. AUTHORITY.pem stands for the certificates you \
            trust, which the authority publishes.
            """
    )

    @OptionGroup var store: StoreOption

    @Option(name: .long, help: "A folder to write the tokens to, each in a file.")
    var out: String?

    @Flag(name: .long, help: "Print JSON, one object a line, with the tokens in base64.")
    var json = false

    func run() async throws {
        try await ending {
            let folder = try StoreOpening.open(store.path)
            let stamps = try LogReading(store: folder.store).timestamps()
            try folder.close()
            if stamps.isEmpty, !json {
                Output.line("no time stamp is stored; `parley audit timestamp request` begins")
            }
            for (place, stamp) in stamps.enumerated() {
                Output.line(json ? Self.json(stamp) : Self.text(stamp))
                guard let out else { continue }
                let file = "\(out)/\(stamp.size)-\(place + 1).tst"
                try TimestampFiles.write(stamp.bytes, to: file)
                if !json, let checkpoint = stamp.checkpoint {
                    Output.line("  \(Self.command(checkpoint, token: file))")
                }
            }
            if out == nil, !json, !stamps.isEmpty {
                Output.line(
                    "who signed them is not checked here; with --out FOLDER this prints how "
                        + "openssl does it"
                )
            }
        }
    }

    private static func text(_ stamp: LogTimestamp) -> String {
        let policy = stamp.token.map { ", policy \($0.info.policy)" } ?? ""
        let fault = stamp.fits ? "" : ", DOES NOT FIT the checkpoint stored"
        return "\(stamp.time.text)  \(stamp.size) leaves\(policy)\(fault)"
    }

    private static func json(_ stamp: LogTimestamp) -> String {
        let info = stamp.token?.info
        return "{\"size\": \(stamp.size), \"time\": \(JSONText.quoted(stamp.time.text)), "
            + "\"policy\": \(info.map { JSONText.quoted($0.policy) } ?? "null"), "
            + "\"fits\": \(stamp.fits), "
            + "\"imprint\": \(info.map { "\"\(Hex.encode($0.imprint))\"" } ?? "null"), "
            + "\"token\": \"\(Base64.encode(stamp.bytes))\"}"
    }

    /// How openssl checks that an authority signed the token, and that it is of this checkpoint.
    private static func command(_ checkpoint: SignedCheckpoint, token file: String) -> String {
        let digest = Hex.encode(checkpoint.imprint)
        return "openssl ts -verify -digest \(digest) -token_in -in \(file.shellWord) "
            + "-CAfile AUTHORITY.pem"
    }
}

/// Files that other programs go on with.
private enum TimestampFiles {
    static func write(_ bytes: [UInt8], to file: String) throws {
        let url = URL(fileURLWithPath: file)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: url, options: .atomic)
        } catch {
            throw Failure.cannotRun("`\(file)` cannot be written")
        }
    }
}

extension String {
    /// The text as one word of a POSIX shell, in quotes where it needs them.
    fileprivate var shellWord: String {
        let isPlain =
            !isEmpty
            && unicodeScalars.allSatisfy { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar)
                    || "@%+=:,./_-".unicodeScalars.contains(scalar)
            }
        return isPlain ? self : "'\(replacing("'", with: "'\\''"))'"
    }
}
