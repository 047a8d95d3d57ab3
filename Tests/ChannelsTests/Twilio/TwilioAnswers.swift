import Channels
import ChannelConformance
import Clocks
import Conversations

/// Answers of Twilio's interface, in the form of its "Messages resource" and its error dictionary.
enum TwilioAnswers {
    /// Every code that there is a remedy for.
    ///
    /// Written down a second time, so that a remedy that
    /// changes by mistake is seen.
    static let remedies: [(remedy: DispatchRemedy, codes: [Int])] = [
        (.optOut, [21610, 63014]),
        (
            .unreachable,
            [
                21211, 21214, 21217, 21265, 21268, 21612, 21614, 21635, 30004, 30005, 30006,
                63003, 63024,
            ]
        ),
        (
            .pauseChannel,
            [
                10001, 20003, 20005, 20006, 20008, 20404, 21212, 21408, 21601, 21603, 21606,
                21609, 21659, 21660, 21661, 21701, 21703, 21704, 21705, 30002, 30007, 30024,
                30032, 30034, 63001, 63002, 63007, 63008, 63020,
            ]
        ),
        (.slowContact, [14107]),
        (.slowSender, [20429, 21611, 30001, 30022, 63017, 63018, 63038]),
        (.retryTomorrow, [30023, 30027, 63049]),
        (.retry, [30003, 30008, 30017, 30036, 30410, 63009, 63010, 63012, 63023]),
        (.useTemplate, [63016]),
        (.mendTemplate, [21654, 21655, 21656, 63027, 63028, 63040, 63041, 63042]),
        (.mendMessage, [21602, 21604, 21617, 21619, 21910, 63005, 63013, 63021, 63030]),
        (.giveUp, [21608, 63015, 63032]),
    ]

    static func all() -> [AnswerRecording] {
        let created = "{\"sid\":\"\(TwilioWorld.id(9))\",\"status\":\"queued\",\"error_code\":null}"
        return coded() + [
            AnswerRecording(
                "created",
                answer(201, created),
                .accepted(ids: [TwilioWorld.id(9)])
            ),
            AnswerRecording(
                "created, nobody knows what",
                answer(201, "{\"sid\":7}"),
                .unknown(code: "no-sid")
            ),
            AnswerRecording(
                "too many requests, with a time",
                answer(429, error(20429, 429), ["retry-after": "3"]),
                refused("20429", .slowSender, after: Period(months: 0, milliseconds: 3000))
            ),
            AnswerRecording(
                "too many requests, without a code",
                answer(429, ""),
                refused("http-429", .slowSender)
            ),
            AnswerRecording(
                "an error that nobody has written down",
                answer(400, error(29999, 400)),
                refused("29999", .mendMessage)
            ),
            AnswerRecording(
                "a refusal of a proxy",
                answer(403, "<html>"),
                refused("http-403", .pauseChannel)
            ),
            AnswerRecording(
                "not available, with a time",
                answer(503, "", ["retry-after": "120"]),
                refused("http-503", .retry, after: .minutes(2))
            ),
            AnswerRecording(
                "an error in the middle",
                answer(500, error(20500, 500)),
                .unknown(code: "http-500")
            ),
            AnswerRecording("a gateway", answer(504, ""), .unknown(code: "http-504")),
            AnswerRecording("took too long", answer(408, ""), .unknown(code: "http-408")),
            AnswerRecording("sent elsewhere", answer(302, ""), .unknown(code: "http-302")),
        ]
    }

    private static func coded() -> [AnswerRecording] {
        remedies.flatMap { remedy, codes in
            codes.map { code in
                AnswerRecording(
                    "error \(code)",
                    answer(400, error(code, 400)),
                    refused(String(code), remedy)
                )
            }
        }
    }

    private static func error(_ code: Int, _ status: Int) -> String {
        "{\"code\":\(code),\"message\":\"what happened\",\"more_info\":\"\",\"status\":\(status)}"
    }

    private static func answer(
        _ status: Int,
        _ body: String,
        _ headers: HTTPFieldList = [:]
    ) -> ProviderAnswer {
        ProviderAnswer(status: status, headers: headers, body: [UInt8](body.utf8))
    }

    private static func refused(
        _ code: String,
        _ remedy: DispatchRemedy,
        after: Period? = nil
    ) -> DispatchOutcome {
        .refused(DispatchFault(code: code, remedy: remedy, retryAfter: after))
    }
}
