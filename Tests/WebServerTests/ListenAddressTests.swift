import Testing
import WebServer

/// Where a server listens, as people write it.
struct ListenAddressTests {
    @Test(
        arguments: [
            ("127.0.0.1:8787", "127.0.0.1", 8787), ("localhost:0", "localhost", 0),
            ("[::1]:65535", "::1", 65_535), ("0.0.0.0:1", "0.0.0.0", 1),
        ]
    )
    func `a host and a port are read, and written the same`(
        text: String,
        host: String,
        port: Int
    ) throws {
        let address = try #require(ListenAddress(text))
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.text == text)
    }

    @Test(
        arguments: [
            "", ":", "localhost", ":80", "localhost:", "localhost:65536", "localhost:-1",
            "localhost:+1", "localhost:８０", "::1:80", "[]:80", "a b:80", "a\n:80", "host:123456",
            String(repeating: "a", count: 253) + ":80",
        ]
    )
    func `anything else is refused`(text: String) {
        #expect(ListenAddress(text) == nil)
    }
}
