import Channels
import Encryption
import JSONCoding
import Testing

/// The data exchange of WhatsApp Flows, opened and closed.
struct WhatsAppFlowsCodecTests {
    private func codec(_ keys: [String] = [FlowVector.key]) throws -> WhatsAppFlowsCodec {
        try WhatsAppFlowsCodec(ChannelSecrets(["flows-private-key": keys]))
    }

    private func form(
        key: [UInt8] = Array(0x40..<0x50),
        vector: [UInt8] = Array(0x60..<0x70)
    ) throws -> FlowForm {
        let publicKey = try FlowsPrivateKey(pem: FlowVector.key).publicKeyPEM
        return try FlowForm(to: publicKey, key: key, vector: vector)
    }

    private func fault(of body: [UInt8], keys: [String] = [FlowVector.key]) throws
        -> FlowExchangeFault?
    {
        let codec = try codec(keys)
        do throws(FlowExchangeFault) {
            _ = try codec.open(body)
            return nil
        } catch {
            return error
        }
    }

    private func text(_ answer: WebhookAnswer) -> String {
        String(decoding: answer.body, as: UTF8.self)
    }

    @Test func `the vector opens, and its answer is made`() throws {
        let exchange = try codec().open([UInt8](FlowVector.body.utf8))
        let request = exchange.request
        #expect(request.version == "3.0")
        #expect(request.action == .exchange)
        #expect(request.screen == "CONSENT")
        #expect(request.token == "ft_0001")
        #expect(request["purpose_newsletter"] == .boolean(true))
        #expect(request["notice_version"] == "2026-11-01.de")
        #expect(request["else"] == nil)
        #expect(exchange.ownReply == nil)

        let reply = FlowReply.finished(
            token: "ft_0001",
            parameters: [JSONValue.Member("consent_id", "c_1")]
        )
        #expect(reply.document.compact == FlowVector.reply)
        let answer = try exchange.answer(reply)
        #expect(answer.status == 200)
        #expect(answer.contentType == "text/plain")
        #expect(text(answer) == FlowVector.answer)
    }

    @Test func `the document in the vector is the one that opens`() throws {
        let form = try form()
        let direct = try codec().open(form.body(FlowVector.request)).request
        #expect(direct == (try codec().open([UInt8](FlowVector.body.utf8)).request))
    }

    @Test func `an IV of twelve bytes is taken too, and a ping answers itself`() throws {
        let body = FlowVector.body.replacing(
            "EBESExQVFhcYGRobHB0eHw==",
            with: FlowVector.shortVector
        )
        .replacing(FlowVector.encryptedData, with: FlowVector.shortPing)
        let exchange = try codec().open([UInt8](body.utf8))
        #expect(exchange.request.action == .ping)
        let reply = try #require(exchange.ownReply)
        #expect(text(try exchange.answer(reply)) == FlowVector.shortAnswer)
    }

    @Test func `no changed byte is believed, and none stops the program`() throws {
        let body = [UInt8](FlowVector.body.utf8)
        let codec = try codec()
        for place in stride(from: 0, to: body.count, by: 3) {
            var changed = body
            changed[place] ^= 1 << UInt8(place / 3 % 8)
            #expect(throws: FlowExchangeFault.undecipherable, "byte \(place)") {
                try codec.open(changed)
            }
        }
        for count in stride(from: 0, to: body.count, by: 50) {
            #expect(throws: FlowExchangeFault.undecipherable, "\(count) bytes") {
                try codec.open(Array(body.prefix(count)))
            }
        }
    }

    @Test(arguments: [
        "null", "[]", "{}", "\"\"", "{\"encrypted_aes_key\":7}",
        "{\"encrypted_aes_key\":\"\",\"encrypted_flow_data\":\"\",\"initial_vector\":\"\"}",
        "{\"encrypted_aes_key\":\"AAAA\",\"encrypted_flow_data\":\"AAAA\","
            + "\"initial_vector\":\"AAAA\"}",
    ])
    func `what was not encrypted is not opened`(body: String) throws {
        #expect(try fault(of: [UInt8](body.utf8)) == .undecipherable)
    }

    @Test func `key, IV and data have their lengths`() throws {
        for count in [0, 8, 11, 13, 15, 17, 32] {
            let body = FlowVector.body.replacing(
                "EBESExQVFhcYGRobHB0eHw==",
                with: Base64.encode(Array(repeating: 1, count: count))
            )
            #expect(try fault(of: [UInt8](body.utf8)) == .undecipherable, "IV of \(count)")
        }
        let long = try form(key: Array(0..<32))
        #expect(
            try fault(of: long.body("{\"version\":\"3.0\",\"action\":\"ping\"}")) == .undecipherable
        )
        for count in [0, 1, 15, 16, 17] {
            let sealed = Array(repeating: 0 as UInt8, count: count)
            #expect(try fault(of: form().envelope(sealed: sealed)) == .undecipherable)
        }
    }

    @Test func `while a key is replaced, both open`() throws {
        let body = [UInt8](FlowVector.body.utf8)
        #expect(try fault(of: body, keys: [FlowKeys.other, FlowVector.key]) == nil)
        #expect(try fault(of: body, keys: [FlowVector.key, FlowKeys.other]) == nil)
        #expect(try fault(of: body, keys: [FlowKeys.other]) == .undecipherable)
    }

    @Test func `the secret is asked for by its name`() throws {
        #expect(throws: ChannelSettingsError.missingSecret("flows-private-key")) {
            try WhatsAppFlowsCodec(ChannelSecrets([:]))
        }
        for keys in [["x"], Array(repeating: FlowVector.key, count: 5)] {
            do throws(ChannelSettingsError) {
                _ = try WhatsAppFlowsCodec(ChannelSecrets(["flows-private-key": keys]))
                Issue.record("\(keys.count) keys were taken")
            } catch {
                guard case .invalid("flows-private-key", _) = error else {
                    Issue.record("\(error)")
                    continue
                }
            }
        }
    }

    @Test func `requests and answers have a longest`() throws {
        let limit = WhatsAppFlowsCodec.longestRequest
        #expect(try fault(of: Array(repeating: 0x20, count: limit)) == .undecipherable)
        #expect(
            try fault(of: Array(repeating: 0x20, count: limit + 1)) == .tooLong(limit: limit)
        )
        let exchange = try codec().open([UInt8](FlowVector.body.utf8))
        let empty = FlowReply.screen("S", data: [JSONValue.Member("a", "")])
        let room = FlowExchange.longestAnswer - empty.document.compact.utf8.count
        func reply(_ count: Int) -> FlowReply {
            let text = String(repeating: "x", count: count)
            return .screen("S", data: [JSONValue.Member("a", .text(text))])
        }
        #expect(throws: Never.self) { try exchange.answer(reply(room)) }
        #expect(throws: FlowExchangeFault.answerTooLong(limit: FlowExchange.longestAnswer)) {
            try exchange.answer(reply(room + 1))
        }
    }

    @Test(
        arguments: [
            (.tooLong(limit: 1), 413), (.undecipherable, 421), (.wrongSignature, 432),
            (.unknownRequest, 400), (.answerTooLong(limit: 1), 500),
        ] as [(FlowExchangeFault, Int)]
    )
    func `every fault has its status and an empty body`(fault: FlowExchangeFault, status: Int) {
        #expect(fault.answer == WebhookAnswer(status: status))
        #expect(!fault.text.isEmpty)
    }
}
