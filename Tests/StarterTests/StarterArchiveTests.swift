import Starter
import Testing

struct StarterArchiveTests {
    @Test func `an archive is read file by file, byte for byte`() throws {
        let archive = try #require(StarterArchive("=== a\none\n\n=two\n=== b/c\n=== d\nlast\n\n"))
        #expect(
            archive.files == [
                StarterFile(path: "a", text: "one\n\n=two\n"),
                StarterFile(path: "b/c", text: "\n"),
                StarterFile(path: "d", text: "last\n\n"),
            ]
        )
    }

    @Test(arguments: ["", "text\n=== a\n", "=== a\n1\n=== a\n2\n"])
    func `what is no archive is not read`(_ text: String) {
        #expect(StarterArchive(text) == nil)
    }

    @Test func `the shipped archive has six locales and the built-in flows`() {
        #expect(StarterArchive.shipped.locales == ["en", "de", "fr", "es", "pl", "ar"])
        #expect(
            StarterArchive.shipped.builtInFlows.sorted() == [
                "delete-my-data", "double-opt-in", "help", "my-consents", "privacy-notice",
                "start-again", "stop-opt-out",
            ]
        )
    }
}
