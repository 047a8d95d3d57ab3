/// What came in `Authorization` (RFC 6750, section 2.1); a token anywhere else is none.
enum BearerToken: Hashable {
    /// No credentials at all.
    case none
    case token(String)
    /// Of another scheme, several, or not of the form.
    case malformed

    init(_ values: [String]) {
        guard let value = values.first else {
            self = .none
            return
        }
        let parts = value.split(separator: " ", omittingEmptySubsequences: true)
        guard values.count == 1, parts.count == 2, parts[0].lowercased() == "bearer" else {
            self = .malformed
            return
        }
        self = .token(String(parts[1]))
    }
}
