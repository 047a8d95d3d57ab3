import ChannelConformance
import Channels
import Conversations

extension WhatsAppRecordings {
    static func status(
        _ description: String,
        _ members: String,
        _ report: MessageStatus.Report,
        of recipient: ContactAddress? = Samples.phone
    ) -> ChannelRecording {
        let status = MessageStatus(
            messageID: "wamid.OURS=",
            report: report,
            recipient: recipient,
            at: Samples.sent
        )
        return recording(description, Samples.status(members), [.status(status)])
    }

    static let statuses: [ChannelRecording] = [
        status(
            "sent",
            #"""
            "status":"sent","recipient_id":"491700000001","conversation":{"id":"c1",\#
            "expiration_timestamp":"1793606400","origin":{"type":"service"}},\#
            "pricing":{"billable":true,"pricing_model":"CBP","category":"service"}
            """#,
            .reached(.sent)
        ),
        status(
            "sent with tracker",
            #"""
            "status":"sent","recipient_id":"491700000001",\#
            "biz_opaque_callback_data":"00112233445566778899aabbccddeeff"
            """#,
            .reached(.sent)
        ),
        status(
            "delivered",
            #"""
            "status":"delivered","recipient_id":"491700000001",\#
            "recipient_user_id":"DE.70112233","conversation":{"id":"c1"},\#
            "pricing":{"billable":false,"pricing_model":"PMP","type":"free_customer_service"}
            """#,
            .reached(.delivered)
        ),
        status(
            "delivered to an id",
            #""status":"delivered","recipient_user_id":"DE.70112233""#,
            .reached(.delivered),
            of: Samples.businessID
        ),
        status("read", #""status":"read","recipient_id":"491700000001""#, .reached(.read)),
        status("played", #""status":"played","recipient_id":"491700000001""#, .reached(.read)),
        status(
            "read in a group",
            #"""
            "status":"read","recipient_id":"groupgroup","recipient_type":"group",\#
            "recipient_participant_id":"491700000001"
            """#,
            .reached(.read),
            of: nil
        ),
        status(
            "failed: experiment",
            #"""
            "status":"failed","recipient_id":"491700000001","errors":[{"code":130472,\#
            "title":"User's number is part of an experiment","message":"experiment",\#
            "error_data":{"details":"not sent"},"href":"https://developers.example/errors"}]
            """#,
            .failed(DispatchFault(code: "130472", remedy: .giveUp))
        ),
        status(
            "failed: stopped marketing",
            #""status":"failed","recipient_id":"491700000001","errors":[{"code":131050}]"#,
            .failed(DispatchFault(code: "131050", remedy: .withdrawMarketing))
        ),
        status(
            "failed: a code that is not in the table, and one that is",
            #"""
            "status":"failed","recipient_id":"491700000001",\#
            "errors":[{"code":999999},{"code":131026}]
            """#,
            .failed(DispatchFault(code: "131026", remedy: .unreachable))
        ),
        status(
            "failed: a code that is not in the table",
            #""status":"failed","recipient_id":"491700000001","errors":[{"code":"999999"}]"#,
            .failed(DispatchFault(code: "999999", remedy: .mendMessage))
        ),
        status(
            "failed without a reason",
            #""status":"failed","recipient_id":"491700000001""#,
            .failed(DispatchFault(code: "failed", remedy: .giveUp))
        ),
        recording(
            "a status nobody has heard of",
            Samples.status(#""status":"framed","recipient_id":"491700000001""#),
            [.unknown(kind: "status.framed")]
        ),
    ]
}
