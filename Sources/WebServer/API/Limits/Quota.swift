/// A budget in numbers.
package struct Quota: Hashable, Sendable {
    package let name: String
    package let requests: Int
    package let seconds: Int

    package init(name: String, requests: Int, seconds: Int) {
        self.name = name
        self.requests = requests
        self.seconds = seconds
    }

    /// `RateLimit-Policy` of draft-ietf-httpapi-ratelimit-headers-11, section 3.
    package var policy: String { "\"\(name)\";q=\(requests);w=\(seconds)" }
}
