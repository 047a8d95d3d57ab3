import ChannelConformance
import Channels
import Conversations
import Testing

/// The promises that every channel makes, kept over everything recorded for this one.
struct WhatsAppConformanceTests {
    private typealias Recordings = WhatsAppRecordings

    private func check(_ recordings: [ChannelRecording]) throws {
        try ChannelConformance(
            channel: try WhatsAppSamples.channel(),
            now: WhatsAppSamples.now,
            signatureFields: [WhatsAppSignature.field],
            signsBody: true,
            sign: { WhatsAppSamples.sign($0) },
            recordings: recordings,
            answers: Recordings.answers + Recordings.errors,
            sendings: Recordings.sendings
        ).check()
    }

    @Test func `what contacts write and tap is read`() throws {
        try check(Recordings.words + Recordings.taps)
    }

    @Test func `what contacts send besides words is read`() throws {
        try check(Recordings.media)
    }

    @Test func `what becomes of our messages is read`() throws {
        try check(Recordings.statuses)
    }

    @Test func `what Meta says about contacts is read`() throws {
        try check(Recordings.preferences + Recordings.system)
    }

    @Test func `what Meta says about the account is read`() throws {
        try check(Recordings.templates + Recordings.account + Recordings.elsewhere)
    }

    @Test func `every code of the table has its own recording`() {
        for row in WhatsAppErrorTable.rows {
            #expect(
                Recordings.remedies.contains { row.codes.contains($0.code) },
                "\(row.codes) was added without a recording"
            )
        }
        let codes = Recordings.remedies.map(\.code)
        #expect(Set(codes).count == codes.count)
    }
}
