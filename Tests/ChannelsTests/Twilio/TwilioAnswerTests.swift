import Channels
import Conversations
import Testing

/// Status callbacks lead to the same remedies as answers.
struct TwilioAnswerTests {
    @Test func `each code means the same in an answer and in a status`() throws {
        for (remedy, codes) in TwilioAnswers.remedies {
            for code in codes {
                let form = TwilioWorld.form([
                    "MessageSid": TwilioWorld.id(9), "MessageStatus": "undelivered",
                    "To": TwilioWorld.contact, "ErrorCode": String(code),
                ])
                let fault = DispatchFault(code: String(code), remedy: remedy)
                let wanted = try TwilioWorld.status(.failed(fault))
                #expect(try TwilioWorld.events(form) == [wanted])
            }
        }
    }

    @Test func `no code has two remedies`() {
        let codes = TwilioAnswers.remedies.flatMap(\.codes)
        #expect(Set(codes).count == codes.count)
    }

    @Test(arguments: ["0", "", "-1", "x", "99999999999999999999", "21610 "])
    func `a code that is none gives up under the status's own name`(code: String) throws {
        let form = TwilioWorld.form([
            "MessageSid": TwilioWorld.id(9), "MessageStatus": "failed",
            "To": TwilioWorld.contact, "ErrorCode": code,
        ])
        let wanted = try TwilioWorld.status(
            .failed(DispatchFault(code: "failed", remedy: .giveUp))
        )
        #expect(try TwilioWorld.events(form) == [wanted])
    }

    @Test(arguments: [
        "{\"code\":21610", "{\"code\":\"x\"}", "{\"code\":1e99}", "[21610]", "{\"code\":-1}",
        "{\"code\":9223372036854775807}",
    ])
    func `a refusal that cannot be read is no opt-out`(body: String) throws {
        let outcome = try TwilioWorld.channel().classify(
            ProviderAnswer(status: 400, body: [UInt8](body.utf8))
        )
        guard case .refused(let fault) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(fault.remedy == .mendMessage)
    }
}
