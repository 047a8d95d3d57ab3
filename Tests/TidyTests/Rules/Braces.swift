/// Finds where bracketed parts of masked code begin and end.
enum Braces {
    /// The offset after the bracket that closes the first one opened at or after an offset.
    static func end(
        of start: Int,
        open: Unicode.Scalar,
        close: Unicode.Scalar,
        in code: [UInt8]
    ) -> Int {
        let (open, close) = (UInt8(ascii: open), UInt8(ascii: close))
        var depth = 0
        for offset in start..<code.count {
            if code[offset] == open { depth += 1 }
            if code[offset] == close {
                depth -= 1
                if depth <= 0 { return offset + 1 }
            }
        }
        return code.count
    }

    /// Where the body of a declaration opens; nil for a requirement of a protocol, which has none.
    ///
    /// A requirement is over when its line ends and the next one does not carry the signature on.
    static func bodyStart(after start: Int, in code: [UInt8]) -> Int? {
        var depth = 0
        var offset = start
        while offset < code.count {
            switch code[offset] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "{") where depth == 0: return offset
            case UInt8(ascii: "}") where depth == 0: return nil
            case UInt8(ascii: "\n") where depth == 0:
                guard continues(code[(offset + 1)...].drop { $0 <= UInt8(ascii: " ") })
                else { return nil }
            default: break
            }
            offset += 1
        }
        return nil
    }

    private static func continues(_ code: ArraySlice<UInt8>) -> Bool {
        ["{", "->", "throws", "async", "where", "rethrows", "("].contains {
            code.starts(with: $0.utf8)
        }
    }
}
