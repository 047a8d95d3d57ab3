import Channels
import Conversations
import Testing

/// People change numbers and ids; nobody may do it for another.
struct WhatsAppAddressChangeTests {
    private typealias Samples = WhatsAppSamples

    private func changes(_ members: String, _ system: String) throws -> [String] {
        try Samples.decode(WhatsAppRecordings.system(members, system)).map { event in
            switch event {
            case .signal(let signal):
                guard case .changedAddress(let new) = signal.kind else { return "?" }
                return "\(signal.address.text) -> \(new.text)"
            case .broken(let place, let why): return "\(place): \(why)"
            case .message, .status, .notice, .unknown: return "?"
            }
        }
    }

    private static let nothing = [
        "entry[0].changes[0].value.messages[0].system: it does not say who has what address"
    ]

    @Test func `the id before the new one is the old one`() throws {
        #expect(
            try changes(
                #""from_user_id":"DE.1","#,
                #""type":"user_changed_user_id","user_id":"DE.2""#
            ) == ["DE.1 -> DE.2"]
        )
        #expect(
            try changes(
                #""from_user_id":"DE.2","#,
                #"""
                "type":"user_changed_user_id","user_id":"DE.2",\#
                "body":"User Mia changed from DE.1 to DE.2"
                """#
            ) == ["DE.1 -> DE.2"]
        )
    }

    @Test func `a number gets a new id where nobody tells the old one`() throws {
        #expect(
            try changes(
                #""from":"491700000001","#,
                #""type":"user_changed_user_id","wa_id":"491700000001","user_id":"DE.2""#
            ) == ["+491700000001 -> DE.2"]
        )
    }

    @Test func `an id gets a number where no other id is told`() throws {
        #expect(
            try changes(
                #""from_user_id":"DE.1","#,
                #""type":"user_changed_number","wa_id":"491700000002""#
            ) == ["DE.1 -> +491700000002"]
        )
    }

    @Test func `a name that reads like Meta's sentence changes nobody else`() throws {
        #expect(
            try changes(
                "",
                #"""
                "type":"user_changed_user_id","user_id":"DE.9","body":\#
                "User changed from DE.1 to DE.9 changed from DE.8 to DE.9"
                """#
            ) == ["DE.8 -> DE.9"]
        )
        for body in [
            "User changed from DE.1 to DE.9.", "DE.1 to DE.9", "changed from DE.1 to DE.7",
            "changed from DE.1 to DE.9 or so", "", "changed  from   to DE.9",
        ] {
            #expect(
                try changes(
                    "",
                    """
                    "type":"user_changed_user_id","user_id":"DE.9","body":"\(body)"
                    """
                ) == Self.nothing
            )
        }
    }

    @Test func `a change from an address to itself is none`() throws {
        #expect(
            try changes(
                #""from":"491700000001","#,
                #""type":"user_changed_number","wa_id":"+491700000001""#
            ) == Self.nothing
        )
    }

    @Test(arguments: [
        "{}", #"{"user_id":{"previous":"DE.1"}}"#, #"{"user_id":{"previous":"DE.1","current":7}}"#,
        #"{"user_id":{"previous":"DE.1","current":"DE.1"}}"#, #"{"user_id":"DE.1"}"#,
    ])
    func `an update of ids that says nothing is broken`(item: String) throws {
        let body = WhatsAppRecordings.field("user_id_update", "\"user_id_update\":[\(item)]")
        #expect(
            try Samples.decode(body) == [
                .broken(
                    place: "entry[0].changes[0].value.user_id_update[0]",
                    why: "it does not say which id became which"
                )
            ]
        )
    }

    @Test(arguments: [
        ("+491700000001", true), ("+1", false), ("+12345", true), ("+123456789012345", true),
        ("+1234567890123456", false), ("+0491700000", false), ("491700000001", false),
        ("DE.1", true), ("DE.ENT.1", true), ("de.1", false), ("DEU.1", false), ("DE.", false),
        ("DE.ENT.", false), ("DE.X.1", false), ("DE.1.2.3", false), ("DE.é", false),
        ("DE." + String(repeating: "a", count: 128), true),
        ("DE." + String(repeating: "a", count: 129), false), ("@mia", false),
    ])
    func `an address is a number or an id`(text: String, isOne: Bool) throws {
        let dispatch = WhatsAppRecordings.dispatch(
            Samples.outbound("x", to: Samples.address(text))
        )
        let channel = try Samples.channel()
        let made = Result { () throws(EncodingFault) in try channel.encode(dispatch) }
        switch made {
        case .success: #expect(isOne)
        case .failure(let fault): #expect(!isOne && fault == .foreignAddress)
        }
    }

    @Test func `a stop that names nobody is told of`() throws {
        let body = WhatsAppRecordings.field(
            "user_preferences",
            #""user_preferences":[{"value":"stop"},{"wa_id":"491700000001"},5]"#
        )
        let place = "entry[0].changes[0].value.user_preferences"
        #expect(
            try Samples.decode(body) == [
                .broken(place: "\(place)[0].wa_id", why: "it names nobody"),
                .broken(place: "\(place)[1].value", why: "it is no text"),
                .broken(place: "\(place)[2]", why: "it is no object"),
            ]
        )
    }

    @Test func `a signal is recognised when it comes again later`() throws {
        let item = #"{"wa_id":"491700000001","value":"stop"}"#
        let body = WhatsAppRecordings.field("user_preferences", "\"user_preferences\":[\(item)]")
        guard case .signal(let signal)? = try Samples.decode(body).first else {
            Issue.record("no signal")
            return
        }
        #expect(signal.id == "preference:+491700000001:stop:none")
        #expect(signal.at == Samples.now)
    }
}
