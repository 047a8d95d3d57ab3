import ChannelConformance
import Channels
import Clocks
import Conversations

extension WhatsAppRecordings {
    /// Meta's table of errors (error-codes, 2026-09-11), written down a second time: what each code
    /// must lead to, by what the code says.
    static let remedies: [(code: Int64, remedy: DispatchRemedy)] = [
        (0, .pauseChannel), (190, .pauseChannel), (3, .pauseChannel), (10, .pauseChannel),
        (200, .pauseChannel), (230, .pauseChannel), (299, .pauseChannel),
        (131005, .pauseChannel), (4, .slowSender), (80007, .slowSender), (130429, .slowSender),
        (131056, .slowContact), (131048, .pauseChannel), (131064, .pauseChannel),
        (368, .pauseChannel), (131031, .pauseChannel), (130497, .unreachable),
        (131050, .withdrawMarketing), (131049, .retryTomorrow), (130472, .giveUp),
        (130403, .giveUp), (131047, .useTemplate), (131026, .unreachable),
        (131021, .mendMessage), (131008, .mendMessage), (131009, .mendMessage),
        (100, .mendMessage), (33, .mendMessage), (131051, .mendMessage),
        (131052, .mendMessage), (131053, .mendMessage), (131062, .mendMessage),
        (131063, .mendTemplate), (131042, .pauseChannel), (131045, .pauseChannel),
        (133010, .pauseChannel), (132000, .mendTemplate), (132001, .mendTemplate),
        (132005, .mendTemplate), (132007, .mendTemplate), (132012, .mendTemplate),
        (132015, .mendTemplate), (132016, .mendTemplate), (132068, .mendTemplate),
        (132069, .mendTemplate), (1, .retry), (2, .retry), (131000, .retry), (131016, .retry),
        (131057, .retry), (2_494_100, .retry),
    ]

    static func answer(
        _ status: Int,
        _ body: String,
        retryAfter: String? = nil
    ) -> ProviderAnswer {
        ProviderAnswer(
            status: status,
            headers: HTTPFieldList(retryAfter.map { [("Retry-After", $0)] } ?? []),
            body: [UInt8](body.utf8)
        )
    }

    static func error(_ code: Int64, _ more: String = "") -> String {
        """
        {"error":{"message":"(#\(code)) No.","type":"OAuthException","code":\(code)\(more),\
        "error_data":{"messaging_product":"whatsapp","details":"No."},"fbtrace_id":"Az0"}}
        """
    }

    static let errors: [AnswerRecording] = remedies.map { code, remedy in
        AnswerRecording(
            "error \(code)",
            answer(400, error(code)),
            .refused(DispatchFault(code: String(code), remedy: remedy))
        )
    }

    private static let minute = Period.minutes(1)

    static let answers: [AnswerRecording] = [
        AnswerRecording(
            "accepted",
            answer(
                200,
                #"""
                {"messaging_product":"whatsapp","contacts":[{"input":"491700000001",\#
                "wa_id":"491700000001"}],"messages":[{"id":"wamid.OURS="}]}
                """#
            ),
            .accepted(ids: ["wamid.OURS="])
        ),
        AnswerRecording(
            "accepted to an id, and held",
            answer(
                200,
                #"""
                {"contacts":[{"input":"DE.70112233","user_id":"DE.70112233"}],"messages":\#
                [{"id":"wamid.OURS=","message_status":"held_for_quality_assessment"}]}
                """#
            ),
            .accepted(ids: ["wamid.OURS="])
        ),
        AnswerRecording("200 and nothing", answer(200, ""), .unknown(code: "no-message-id")),
        AnswerRecording(
            "200 with ids that are none",
            answer(200, #"{"messages":[{"id":""},{"id":null},{}]}"#),
            .unknown(code: "no-message-id")
        ),
        AnswerRecording("a redirection", answer(302, ""), .unknown(code: "http-302")),
        AnswerRecording(
            "a code of the table as a text",
            answer(400, #"{"error":{"code":"131026"}}"#),
            .refused(DispatchFault(code: "131026", remedy: .unreachable))
        ),
        AnswerRecording(
            "a subcode of the table",
            answer(500, error(131_099, #","error_subcode":2494100"#)),
            .refused(DispatchFault(code: "2494100", remedy: .retry))
        ),
        AnswerRecording(
            "the table before the status",
            answer(500, error(131_026)),
            .refused(DispatchFault(code: "131026", remedy: .unreachable))
        ),
        AnswerRecording(
            "throttled, with a wait",
            answer(429, error(130_429), retryAfter: "60"),
            .refused(DispatchFault(code: "130429", remedy: .slowSender, retryAfter: minute))
        ),
        AnswerRecording(
            "an unknown code",
            answer(400, error(999_999)),
            .refused(DispatchFault(code: "999999", remedy: .mendMessage))
        ),
        AnswerRecording(
            "500 with an unknown code",
            answer(500, error(999_999)),
            .refused(DispatchFault(code: "999999", remedy: .retry))
        ),
        AnswerRecording(
            "503 without JSON",
            answer(503, "<html>"),
            .refused(DispatchFault(code: "http-503", remedy: .retry))
        ),
        AnswerRecording(
            "429 without JSON",
            answer(429, "", retryAfter: "60"),
            .refused(DispatchFault(code: "http-429", remedy: .slowSender, retryAfter: minute))
        ),
        AnswerRecording(
            "401 without a code",
            answer(401, #"{"error":{}}"#),
            .refused(DispatchFault(code: "http-401", remedy: .pauseChannel))
        ),
        AnswerRecording(
            "403 without a code",
            answer(403, "[]"),
            .refused(DispatchFault(code: "http-403", remedy: .pauseChannel))
        ),
        AnswerRecording(
            "404 without a code",
            answer(404, #"{"error":"no"}"#),
            .refused(DispatchFault(code: "http-404", remedy: .mendMessage))
        ),
    ]
}
