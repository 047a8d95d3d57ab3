import Clocks
import Testing
import WebServer

/// Budgets as pure values: how they are used up, how they fill, and who is counted together.
struct APILimitTests {
    private let start = Timestamp(milliseconds: 1_772_355_600_000)
    private let quota = Quota(name: "read", requests: 6, seconds: 60)

    private func seconds(_ count: Int64) -> Timestamp {
        Timestamp(milliseconds: start.milliseconds + count * 1000)
    }

    @Test func `a bucket holds so many requests, and then one for each part of the window`() {
        var bucket = TokenBucket(quota, at: start)
        let first = (0..<7).map { _ in bucket.take(quota, at: start) }
        #expect(first.map(\.isAllowed) == [true, true, true, true, true, true, false])
        #expect(first.map(\.left) == [5, 4, 3, 2, 1, 0, 0])
        #expect(first[0].secondsToFull == 10 && first[5].secondsToFull == 60)
        #expect(first[6].secondsToNext == 10)
        #expect(!bucket.take(quota, at: seconds(9)).isAllowed)
        #expect(bucket.take(quota, at: seconds(10)).isAllowed)
        #expect(!bucket.take(quota, at: seconds(10)).isAllowed)
        #expect(bucket.take(quota, at: seconds(3600)).left == 5)
    }

    @Test func `a clock that is set back fills nothing`() {
        var bucket = TokenBucket(quota, at: start)
        for _ in 0..<6 { _ = bucket.take(quota, at: start) }
        #expect(!bucket.take(quota, at: seconds(-3600)).isAllowed)
        #expect(!bucket.take(quota, at: seconds(-3600)).isAllowed)
    }

    @Test func `budgets and callers are counted apart`() throws {
        let limiter = RateLimiter(try #require(APIBudgets(requestsPerMinute: 20)))
        for _ in 0..<20 { #expect(limiter.take(.read, by: "a", at: start).isAllowed) }
        #expect(!limiter.take(.read, by: "a", at: start).isAllowed)
        #expect(limiter.take(.read, by: "b", at: start).isAllowed)
        #expect(limiter.take(.send, by: "a", at: start).isAllowed)
        let rights = (0..<3).map { _ in limiter.take(.rights, by: "a", at: start).isAllowed }
        #expect(rights == [true, true, false])
    }

    @Test func `header fields are those of the draft`() throws {
        let limiter = RateLimiter(try #require(APIBudgets(requestsPerMinute: 100)))
        let reading = limiter.take(.read, by: "a", at: start)
        #expect(reading.quota.policy == "\"read\";q=100;w=60")
        #expect(reading.limit == "\"read\";r=99;t=1")
    }

    @Test func `a flood of strangers fills a bounded memory, and is still counted`() throws {
        let limiter = RateLimiter(try #require(APIBudgets(requestsPerMinute: 10)))
        for number in 0..<RateLimiter.senderLimit {
            #expect(limiter.take(.failures, by: "\(number)", at: start).isAllowed)
        }
        // All others share what one may.
        #expect(limiter.take(.failures, by: "one more", at: start).isAllowed)
        #expect(!limiter.take(.failures, by: "another", at: start).isAllowed)
        // Who was known is counted as before.
        #expect(!limiter.take(.failures, by: "7", at: start).isAllowed)
        let later = seconds(120)
        #expect(limiter.take(.failures, by: "another", at: later).isAllowed)
        #expect(limiter.take(.failures, by: "a third", at: later).isAllowed)
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2"), ("192.0.2.255", "192.0.2"), ("::ffff:192.0.2.9", "192.0.2"),
        ("2001:db8:1:2345::1", "2001:db8:1:2300"), ("2001:db8:1:23ff:1:2:3:4", "2001:db8:1:2300"),
        ("fe80::1%eth0", "fe80:0:0:0"), ("::1", "0:0:0:0"), ("1::", "1:0:0:0"),
    ])
    func `neighbours are counted together`(address: String, prefix: String) {
        #expect(AddressPrefix.of(address) == prefix)
    }

    @Test(arguments: ["", "localhost", "1.2.3", "1.2.3.256", ":::", "1:2:3", "::g", "1::2::3"])
    func `what is no address is counted with all that are none`(address: String) {
        #expect(AddressPrefix.of(address) == AddressPrefix.of(nil))
    }

    @Test func `a budget is a number that a machine can keep`() {
        #expect(APIBudgets(requestsPerMinute: 0) == nil)
        #expect(APIBudgets(requestsPerMinute: 1_000_001) == nil)
        #expect(APIBudgets(requestsPerMinute: 1)?.quota(of: .rights).requests == 1)
        #expect(APIBudgets.standard.quota(of: .read).requests == 600)
    }
}
