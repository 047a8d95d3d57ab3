import ChannelConformance
import Channels
import Conversations

extension WhatsAppRecordings {
    static func field(
        _ description: String,
        _ name: String,
        value: String,
        _ events: [InboundEvent]
    ) -> ChannelRecording {
        recording(description, Samples.entry(Samples.change(name, value)), events)
    }

    static let templates: [ChannelRecording] = [
        field(
            "template approved",
            "message_template_status_update",
            value: #"""
                {"event":"APPROVED","message_template_id":501,"message_template_name":\#
                "doi_confirm","message_template_language":"en_US","reason":"NONE",\#
                "message_template_category":"UTILITY"}
                """#,
            [
                .notice(.template(name: "doi_confirm", locale: "en-US", state: "APPROVED")),
                .notice(
                    .templateCategory(name: "doi_confirm", locale: "en-US", category: "UTILITY")
                ),
            ]
        ),
        field(
            "template rejected",
            "message_template_status_update",
            value: #"""
                {"event":"REJECTED","message_template_id":502,"message_template_name":"cart",\#
                "message_template_language":"de","reason":"INVALID_FORMAT",\#
                "rejection_info":{"reason":"places side by side","recommendation":"part them"}}
                """#,
            [.notice(.template(name: "cart", locale: "de", state: "REJECTED"))]
        ),
        field(
            "template paused",
            "message_template_status_update",
            value: #"""
                {"event":"PAUSED","message_template_name":"cart","message_template_language":"de",\#
                "other_info":{"title":"FIRST_PAUSE","description":"3 hours"}}
                """#,
            [.notice(.template(name: "cart", locale: "de", state: "PAUSED"))]
        ),
        field(
            "template filed as marketing",
            "template_category_update",
            value: #"""
                {"message_template_id":501,"message_template_name":"doi_confirm",\#
                "message_template_language":"he","previous_category":"UTILITY",\#
                "new_category":"MARKETING"}
                """#,
            [
                .notice(
                    .templateCategory(name: "doi_confirm", locale: "he", category: "MARKETING")
                )
            ]
        ),
        field(
            "template of no name",
            "message_template_status_update",
            value: #"{"event":"APPROVED"}"#,
            [
                .broken(
                    place: "entry[0].changes[0].value",
                    why: "it names no template, or no state of one"
                )
            ]
        ),
        field(
            "category of no template",
            "template_category_update",
            value: #"{"message_template_name":"x"}"#,
            [
                .broken(
                    place: "entry[0].changes[0].value",
                    why: "it names no template, or no category"
                )
            ]
        ),
    ]

    /// Values of `account_update`, by the event that each is.
    static let accountUpdates: [(event: String, value: String)] = [
        ("ACCOUNT_DELETED", ""),
        (
            "ACCOUNT_RESTRICTION",
            #"""
            ,"restriction_info":[{"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING",\#
            "expiration":1793520000}]
            """#
        ),
        ("ACCOUNT_VIOLATION", #","violation_info":{"violation_type":"SPAM"}"#),
        ("AD_ACCOUNT_LINKED", #","waba_info":{"waba_id":"1001","ad_account_linked":"5"}"#),
        (
            "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE",
            #","auth_international_rate_eligibility":{"start_time":1793520000}"#
        ),
        ("DISABLED_UPDATE", #","ban_info":{"waba_ban_state":"DISABLE"}"#),
        ("MM_LITE_TERMS_SIGNED", #","waba_info":{"waba_id":"1001"}"#),
        ("PARTNER_ADDED", #","waba_info":{"waba_id":"1001","solution_id":"6"}"#),
        ("PARTNER_APP_INSTALLED", #","waba_info":{"partner_app_id":"7"}"#),
        ("PARTNER_APP_UNINSTALLED", #","waba_info":{"partner_app_id":"7"}"#),
        (
            "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
            #","partner_client_certification_info":{"status":"APPROVED"}"#
        ),
        ("PARTNER_REMOVED", #","disconnection_info":{"reason":"PRIMARY_INACTIVITY"}"#),
        ("BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", #","country":"DE""#),
        ("VOLUME_BASED_PRICING_TIER_UPDATE", #","volume_tier_info":{"tier":"0:25"}"#),
        ("ACCOUNT_OFFBOARDED", ""), ("ACCOUNT_RECONNECTED", ""),
    ]

    static let account: [ChannelRecording] =
        accountUpdates.map { event, value in
            field(
                event,
                "account_update",
                value: #"{"event":"\#(event)"\#(value)}"#,
                [.notice(.account(kind: "account_update.\(event)"))]
            )
        }
        + [
            "message_template_quality_update", "message_template_components_update",
            "phone_number_quality_update", "phone_number_name_update", "account_alerts",
            "account_review_update", "business_capability_update", "business_username_update",
            "partner_solutions", "payment_configuration_update", "security", "flows",
        ].map { name in
            field(
                name,
                name,
                value: #"{"message_template_name":"doi_confirm","decision":"x"}"#,
                [.notice(.account(kind: name))]
            )
        }

    /// Fields that tell of no message of a contact's and of nothing about the account.
    static let elsewhere: [ChannelRecording] = [
        (
            "smb_message_echoes",
            #"""
            "message_echoes":[{"from":"4930111222","to":"491700000001","id":"wamid.E=",\#
            "timestamp":"1793520000","type":"text","text":{"body":"vom Handy"}}]
            """#
        ),
        (
            "smb_message_echoes",
            #""message_echoes":[{"from":"4930111222","id":"wamid.F=","type":"revoke"}]"#
        ),
        (
            "calls",
            #"""
            "calls":[{"id":"wacid.1=","from":"491700000001","to":"4930111222","event":"connect",\#
            "timestamp":"1793520000","direction":"USER_INITIATED","session":{"sdp_type":"offer"}}]
            """#
        ),
        (
            "calls",
            #""statuses":[{"id":"wacid.1=","type":"call","status":"RINGING"}]"#
        ),
        (
            "calls",
            #""calls":[{"id":"wacid.1=","event":"terminate"}],"errors":[{"code":12455}]"#
        ),
        ("history", #""history":[{"threads":[]}]"#),
        ("smb_app_state_sync", #""state_sync":[]"#),
        ("group_participants_update", #""groups":[]"#),
        ("automatic_events", #""automatic_events":[]"#),
        ("a_field_nobody_has_heard_of", #""x":1"#),
    ].map { name, members in
        field(name, name, value: Samples.value(members), [.unknown(kind: name)])
    }
}
