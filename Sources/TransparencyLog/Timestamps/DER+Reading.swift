internal import SwiftASN1

/// How the parts of a time stamp are read from DER (X.690 §10).
///
/// SwiftASN1 knows the encoding: definite lengths in their shortest form, and at most 50 elements
/// inside each other, so that no input exhausts the stack. Its errors have no type and no sentence
/// for a person; what reads nodes throws them as they are, and `DER.read` makes them ours.
extension DER {
    /// Reads the SEQUENCE that the bytes are, from its first element to its last.
    ///
    /// - Throws: `.tooLong` before anything is parsed, what `elements` throws of ours, and
    ///   `.malformed` for all else.
    static func read<Value>(
        _ part: TimestampError.Part,
        _ bytes: [UInt8],
        _ elements: (inout ASN1NodeCollection.Iterator) throws -> Value
    ) throws(TimestampError) -> Value {
        guard bytes.count <= TimestampReply.longestByteCount else { throw .tooLong }
        do {
            return try sequence(parse(bytes), identifier: .sequence, elements)
        } catch let error as TimestampError {
            throw error
        } catch {
            throw .malformed(part)
        }
    }
}

extension ASN1NodeCollection.Iterator {
    /// Reads the next element, a SEQUENCE, from its first element to its last.
    mutating func sequence<Value>(_ elements: (inout Self) throws -> Value) throws -> Value {
        guard let node = next() else { throw ASN1Error.truncatedASN1Field() }
        return try DER.sequence(node, identifier: .sequence, elements)
    }

    /// Passes over the next element, which has this tag and is made of elements.
    mutating func skip(_ tag: ASN1Identifier) throws {
        guard let node = next() else { throw ASN1Error.truncatedASN1Field() }
        guard node.identifier == tag, case .constructed = node.content else {
            throw ASN1Error.unexpectedFieldType(node.identifier)
        }
    }

    /// The same, if an element with this tag is next.
    mutating func skip(optional tag: ASN1Identifier) throws {
        var ahead = self
        if ahead.next()?.identifier == tag { try skip(tag) }
    }
}

extension ASN1Identifier {
    static let context0 = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)
    static let context1 = ASN1Identifier(tagWithNumber: 1, tagClass: .contextSpecific)
}
