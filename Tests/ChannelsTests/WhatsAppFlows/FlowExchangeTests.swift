import Channels
import JSONCoding
import Testing

/// Whole exchanges: a form asks, encrypted to our public key, and reads what it is answered.
struct FlowExchangeTests {
    private func form() throws -> FlowForm {
        try FlowForm(to: FlowsPrivateKey(pem: FlowVector.key).publicKeyPEM)
    }

    private func exchange(_ form: FlowForm, _ request: String) throws -> FlowExchange {
        let codec = try WhatsAppFlowsCodec(
            ChannelSecrets(["flows-private-key": [FlowVector.key]])
        )
        return try codec.open(form.body(request))
    }

    @Test(arguments: [
        ("{\"version\":\"3.0\",\"action\":\"ping\"}", "{\"data\":{\"status\":\"active\"}}"),
        (
            """
            {"version":"3.0","action":"data_exchange","flow_token":"t","data":
             {"error":"invalid-screen-transition","error_message":"no way"}}
            """,
            "{\"data\":{\"acknowledged\":true}}"
        ),
        (
            "{\"version\":\"3.0\",\"action\":\"INIT\",\"data\":{\"error\":\"\"}}",
            "{\"data\":{\"acknowledged\":true}}"
        ),
    ])
    func `what the protocol answers by itself is answered`(
        request: String,
        answer: String
    ) throws {
        let form = try form()
        let exchange = try exchange(form, request)
        let reply = try #require(exchange.ownReply)
        #expect(try form.open(exchange.answer(reply)) == answer)
    }

    @Test func `a complaint is kept for people`() throws {
        let text = String(repeating: "x", count: 5000)
        let complaint = try exchange(
            form(),
            """
            {"version":"3.0","action":"INIT","data":{"error":"e","error_message":"\(text)"}}
            """
        ).request.complaint
        #expect(complaint?.code == "e")
        #expect(complaint?.message == String(repeating: "x", count: 1024))
    }

    @Test func `a form is opened, filled in and closed`() throws {
        let form = try form()
        let opened = try exchange(
            form,
            "{\"version\":\"3.0\",\"action\":\"INIT\",\"screen\":\"\",\"flow_token\":\"ft_1\"}"
        )
        #expect(opened.request.action == .open)
        #expect(opened.request.screen == nil)
        #expect(opened.request.token == "ft_1")
        #expect(opened.request.data.isEmpty)
        #expect(opened.ownReply == nil)
        let screen = FlowReply.screen("CONSENT", data: [JSONValue.Member("notice", "…")])
        #expect(
            try form.open(opened.answer(screen))
                == "{\"screen\":\"CONSENT\",\"data\":{\"notice\":\"…\"}}"
        )

        let filled = try exchange(
            form,
            """
            {"version":"3.0","action":"DATA_EXCHANGE","screen":"CONSENT","flow_token":"ft_1",
             "data":{"news":true,"name":"Zoë 🎈","tags":["a"]}}
            """
        )
        #expect(filled.request.action == .exchange)
        #expect(filled.request["name"] == "Zoë 🎈")
        #expect(filled.request["tags"] == ["a"])
        let finished = FlowReply.finished(token: "ft_1", parameters: [])
        #expect(
            try form.open(filled.answer(finished))
                == "{\"screen\":\"SUCCESS\",\"data\":{\"extension_message_response\":"
                + "{\"params\":{\"flow_token\":\"ft_1\"}}}}"
        )
    }

    @Test func `a token that is used up has its own status, and a text for the contact`() throws {
        let form = try form()
        let exchange = try exchange(
            form,
            "{\"version\":\"3.0\",\"action\":\"BACK\",\"screen\":\"S\",\"flow_token\":\"old\"}"
        )
        #expect(exchange.request.action == .back)
        let answer = try exchange.answer(.tokenRefused(text: "Schon beantwortet"))
        #expect(answer.status == 427)
        #expect(try form.open(answer) == "{\"error_msg\":\"Schon beantwortet\"}")
        #expect(FlowReply.tokenRefused(text: nil).document.compact == "{}")
    }

    @Test(arguments: [
        "", "x", "[]", "null", "{}", "{\"action\":\"ping\"}", "{\"version\":\"3.0\"}",
        "{\"version\":3,\"action\":\"ping\"}", "{\"version\":\"\",\"action\":\"ping\"}",
        "{\"version\":\"12345678901234567\",\"action\":\"ping\"}",
        "{\"version\":\"3.0\",\"action\":\"dance\"}", "{\"version\":\"3.0\",\"action\":7}",
        "{\"version\":\"3.0\",\"action\":\"INIT\",\"data\":[]}",
        "{\"version\":\"3.0\",\"action\":\"INIT\",\"data\":\"a\"}",
        "{\"version\":\"3.0\",\"action\":\"INIT\",\"screen\":7}",
        "{\"version\":\"3.0\",\"action\":\"INIT\",\"flow_token\":{}}",
        "{\"version\":\"3.0\",\"action\":\"INIT\"} x",
    ])
    func `what opens and is no request is refused`(request: String) throws {
        let form = try form()
        #expect(throws: FlowExchangeFault.unknownRequest) { try exchange(form, request) }
    }

    @Test func `names and nesting have a longest`() throws {
        func request(_ members: String) -> String {
            "{\"version\":\"3.0\",\"action\":\"INIT\",\(members)}"
        }
        let form = try form()
        let name = String(repeating: "x", count: FlowRequest.longestName)
        let longest = try exchange(form, request("\"flow_token\":\"\(name)\""))
        #expect(longest.request.token == name)
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        for members in [
            "\"flow_token\":\"\(name)x\"", "\"screen\":\"\(name)x\"", "\"data\":{\"a\":\(deep)}",
        ] {
            #expect(throws: FlowExchangeFault.unknownRequest) {
                try exchange(form, request(members))
            }
        }
    }

    @Test func `what somebody filled in is not printed`() throws {
        let exchange = try exchange(
            form(),
            "{\"version\":\"3.0\",\"action\":\"INIT\",\"data\":{\"name\":\"Zoë\"}}"
        )
        #expect("\(exchange)" == "FlowExchange(INIT)")
        #expect("\(exchange.request)" == "FlowRequest(INIT)")
        #expect(Mirror(reflecting: exchange).children.isEmpty)
        #expect(Mirror(reflecting: exchange.request).children.isEmpty)
    }
}
