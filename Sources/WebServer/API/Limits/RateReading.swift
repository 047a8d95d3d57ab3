/// What is left of a budget, as header fields tell it.
package struct RateReading: Hashable, Sendable {
    package let quota: Quota
    package let reading: TokenBucket.Reading

    package var isAllowed: Bool { reading.isAllowed }

    /// `RateLimit` of draft-ietf-httpapi-ratelimit-headers-11, section 4.
    package var limit: String {
        "\"\(quota.name)\";r=\(reading.left);t=\(reading.secondsToFull)"
    }
}
