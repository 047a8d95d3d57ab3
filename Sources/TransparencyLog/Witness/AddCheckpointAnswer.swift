/// What a witness answers to a checkpoint (C2SP tlog-witness, section "add-checkpoint").
///
/// Each case is one status of HTTP, so that the meaning survives the way through proxies.
package enum AddCheckpointAnswer: Hashable, Sendable {
    /// Signature lines most answers have one of; more than this many are refused.
    package static let mostSignatures = 16
    /// Bytes in the longest body that is read.
    package static let largestByteCount = 64 << 10
    /// The media type of the one answer that tells a tree size.
    package static let sizeType = "text/x.tlog.size"

    /// 200: the witness's own cosignatures, at least one.
    case cosigned([NoteSignature])
    /// 409: the old size is not that of the checkpoint the witness cosigned last.
    case conflict(latest: UInt64)
    /// 404: the witness does not watch this log.
    case unknownLog
    /// 403: no key the witness trusts for this log signed the checkpoint.
    case untrusted
    /// 422: the checkpoint does not extend the one the witness cosigned last.
    case inconsistent
    /// 400: not a request, or an old size above that of the checkpoint.
    case malformed

    package var status: Int {
        switch self {
        case .cosigned: 200
        case .malformed: 400
        case .untrusted: 403
        case .unknownLog: 404
        case .conflict: 409
        case .inconsistent: 422
        }
    }

    package var contentType: String {
        switch self {
        case .conflict: Self.sizeType
        case .cosigned, .malformed, .untrusted, .unknownLog, .inconsistent:
            "text/plain; charset=utf-8"
        }
    }

    /// The body; nothing of a refused request is in it.
    package var body: [UInt8] {
        switch self {
        case .cosigned(let signatures): [UInt8](signatures.map { "\($0.line)\n" }.joined().utf8)
        case .conflict(let latest): [UInt8]("\(latest)\n".utf8)
        case .malformed: [UInt8]("not a request this witness understands\n".utf8)
        case .untrusted: [UInt8]("no trusted key of this log signed the checkpoint\n".utf8)
        case .unknownLog: [UInt8]("this witness does not watch this log\n".utf8)
        case .inconsistent:
            [UInt8]("the checkpoint does not extend the one cosigned last\n".utf8)
        }
    }
}

extension AddCheckpointAnswer {
    /// Reads what came over the network; signatures are not verified.
    ///
    /// Parameters after the media type are passed over.
    package init(
        status: Int,
        contentType: String?,
        body: [UInt8]
    ) throws(AddCheckpointAnswerError) {
        guard body.count <= Self.largestByteCount else {
            throw .tooLong(limit: Self.largestByteCount)
        }
        switch status {
        case 200: self = .cosigned(try Self.signatures(body))
        case 400: self = .malformed
        case 403: self = .untrusted
        case 404: self = .unknownLog
        case 409:
            guard Self.isSize(contentType), body.last == SignedNote.lineFeed,
                let latest = CanonicalDecimal.number(body.dropLast())
            else { throw .conflictWithoutSize }
            self = .conflict(latest: latest)
        case 422: self = .inconsistent
        default: throw .unexpectedStatus(status)
        }
    }

    private static func signatures(
        _ body: [UInt8]
    ) throws(AddCheckpointAnswerError) -> [NoteSignature] {
        guard body.last == SignedNote.lineFeed else { throw .malformedSignature(line: 1) }
        let lines = body.dropLast().split(
            separator: SignedNote.lineFeed,
            maxSplits: mostSignatures,
            omittingEmptySubsequences: false
        )
        guard lines.count <= mostSignatures else {
            throw .tooManySignatures(limit: mostSignatures)
        }
        var signatures: [NoteSignature] = []
        for line in lines {
            let number = signatures.count + 1
            do {
                signatures.append(try NoteSignature(line: line, number: number))
            } catch {
                throw .malformedSignature(line: number)
            }
        }
        return signatures
    }

    private static func isSize(_ contentType: String?) -> Bool {
        let type = contentType?.prefix { $0 != ";" } ?? ""
        return type.filter { $0 != " " }.lowercased() == sizeType
    }
}
