internal import Clocks

/// Where each member of a leaf is, once the whole line is known to be in the one allowed form.
///
/// This is a reader of our own fixed form and not of JSON: a general reader would accept other
/// key orders, spellings, spaces and escapes, and one event would have many leaves. It builds no
/// strings, so that a verifier can scan every leaf of a log and read only a few.
struct LeafScan {
    private(set) var time: Timestamp = Timestamp(milliseconds: 0)
    private(set) var kind: AuditKind = .messageReceived
    private(set) var subject: Range<Int>?
    private(set) var session: Range<Int>?
    /// 0 when the member is absent.
    private(set) var sequence: UInt64 = 0
    private(set) var flow: Range<Int>?
    private(set) var from: Range<Int>?
    private(set) var to: Range<Int>?
    private(set) var cause: Range<Int>?
    private(set) var purpose: Range<Int>?
    private(set) var actor: Range<Int>?
    private(set) var payload: Range<Int>?
    private(set) var state: Range<Int>?

    init(_ bytes: [UInt8]) throws(LeafError) {
        guard bytes.count <= AuditLeaf.longestByteCount else { throw .tooLong }
        var cursor = LeafCursor(bytes)
        let version = try cursor.number("{\"v\":")
        guard version != 0 else { throw .malformed(offset: 0) }
        guard version == AuditLeaf.version else { throw .unknownVersion }
        try cursor.require(",\"time\":\"")
        time = try cursor.time()
        try cursor.require("\",\"kind\":\"")
        kind = try cursor.kind()
        let identifier = AuditEvent.identifierByteCount
        subject = try cursor.digest(",\"subject\":\"", byteCount: identifier)
        session = try cursor.digest(",\"session\":\"", byteCount: identifier)
        sequence = try cursor.number(",\"seq\":")
        guard (subject == nil) == (sequence == 0) else { throw .sequenceWithoutSubject }
        flow = try cursor.name(",\"flow\":\"", limit: AuditEvent.longestQualifiedName)
        from = try cursor.name(",\"from\":\"", limit: AuditEvent.longestName)
        to = try cursor.name(",\"to\":\"", limit: AuditEvent.longestName)
        cause = try cursor.name(",\"cause\":\"", limit: AuditEvent.longestQualifiedName)
        purpose = try cursor.name(",\"purpose\":\"", limit: AuditEvent.longestName)
        actor = try cursor.name(",\"actor\":\"", limit: AuditEvent.longestName)
        payload = try cursor.digest(
            ",\"payload\":\"",
            byteCount: AuditLeaf.commitmentByteCount
        )
        state = try cursor.digest(",\"state\":\"", byteCount: AuditLeaf.commitmentByteCount)
        try cursor.require("}")
        guard cursor.isAtEnd else { throw .malformed(offset: cursor.offset) }
    }
}
