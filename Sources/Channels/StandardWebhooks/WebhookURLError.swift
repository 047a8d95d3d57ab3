/// Why a text is no address that requests may be posted to; none of it repeats the text.
package enum WebhookURLError: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    /// White space, a control character, something beyond ASCII, or one of `"<>\^{|}` and the back
    /// quote.
    case forbiddenCharacter
    case unknownScheme
    /// `http` to another machine.
    case notSecure
    case userInformation
    case fragment
    case noHost
    case malformedHost
    case malformedPort

    /// What is wrong and what it has to be, in one sentence.
    package var text: String {
        switch self {
        case .tooLong(let limit): "a URL has at most \(limit) bytes"
        case .forbiddenCharacter:
            "it holds a character that no URL has; write it percent-encoded, a name in Punycode"
        case .unknownScheme: "it does not begin with `https://`"
        case .notSecure: "`http://` leads only to this machine; use `https://`"
        case .userInformation: "it holds a user name or a password; take them away"
        case .fragment: "it has a part behind `#`; take that away"
        case .noHost: "it names no host"
        case .malformedHost: "its host is neither a name nor an address"
        case .malformedPort: "its port is not a number from 1 to 65535"
        }
    }
}
