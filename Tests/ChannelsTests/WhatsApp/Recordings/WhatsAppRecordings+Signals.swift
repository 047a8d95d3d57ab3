import ChannelConformance
import Channels
import Conversations

extension WhatsAppRecordings {
    static func signal(
        _ kind: ProviderSignal.Kind,
        of address: ContactAddress,
        id: String
    ) -> InboundEvent {
        .signal(ProviderSignal(address: address, kind: kind, id: id, at: Samples.sent))
    }

    static func field(_ name: String, _ members: String) -> String {
        Samples.entry(Samples.change(name, Samples.value(members)))
    }

    static let preferences: [ChannelRecording] = [
        recording(
            "stop of marketing",
            field(
                "user_preferences",
                #"""
                "contacts":[{"wa_id":"491700000001"}],"user_preferences":[{"wa_id":"491700000001",\#
                "detail":"User requested to stop marketing messages","category":\#
                "marketing_messages","value":"stop","timestamp":1793520000}]
                """#
            ),
            [
                signal(
                    .stoppedMarketing,
                    of: Samples.phone,
                    id: "preference:+491700000001:stop:1793520000"
                )
            ]
        ),
        recording(
            "stop of marketing, told by id and number",
            field(
                "user_preferences",
                #"""
                "user_preferences":[{"wa_id":"491700000001","user_id":"DE.70112233",\#
                "category":"marketing_messages","value":"stop","timestamp":"1793520000"}]
                """#
            ),
            [
                signal(
                    .stoppedMarketing,
                    of: Samples.phone,
                    id: "preference:+491700000001:stop:1793520000"
                ),
                signal(
                    .stoppedMarketing,
                    of: Samples.businessID,
                    id: "preference:DE.70112233:stop:1793520000"
                ),
            ]
        ),
        recording(
            "resumption of marketing",
            field(
                "user_preferences",
                #"""
                "contacts":[{"profile":{"name":"Jemand"},"wa_id":"491700000009"}],\#
                "user_preferences":[{"wa_id":"491700000001","detail":"User requested to resume \#
                marketing messages","category":"marketing_messages","value":"resume",\#
                "timestamp":1793520000}]
                """#
            ),
            [
                signal(
                    .resumedMarketing,
                    of: Samples.phone,
                    id: "preference:+491700000001:resume:1793520000"
                )
            ]
        ),
        recording(
            "sign-up by a link, which is nothing that we asked",
            field(
                "user_preferences",
                #"""
                "user_preferences":[{"wa_id":"491700000001","category":"marketing_messages",\#
                "value":"signup","signup_id":"88","timestamp":1793520000}]
                """#
            ),
            [.unknown(kind: "user_preferences.signup")]
        ),
        recording(
            "a preference about something else",
            field(
                "user_preferences",
                #"""
                "user_preferences":[{"wa_id":"491700000001","category":"calls","value":"stop"}]
                """#
            ),
            [.unknown(kind: "user_preferences.calls")]
        ),
    ]

    static func system(_ members: String, _ system: String) -> String {
        field(
            "messages",
            """
            "messages":[{\(members)"id":"wamid.A=","timestamp":"1793520000","type":"system",\
            "system":{\(system)}}]
            """
        )
    }

    static let system: [ChannelRecording] = [
        recording(
            "changed number",
            system(
                #""from":"491700000001","#,
                #"""
                "body":"User Mia K. changed from 491700000001 to 491700000002",\#
                "wa_id":"491700000002","type":"user_changed_number"
                """#
            ),
            [
                signal(
                    .changedAddress(to: Samples.address("+491700000002")),
                    of: Samples.phone,
                    id: "changed:+491700000001:+491700000002:wamid.A="
                )
            ]
        ),
        recording(
            "changed number and id",
            system(
                #""from":"491700000001","from_user_id":"DE.70112233","#,
                #""wa_id":"491700000002","user_id":"DE.80112233","type":"user_changed_number""#
            ),
            [
                signal(
                    .changedAddress(to: Samples.address("+491700000002")),
                    of: Samples.phone,
                    id: "changed:+491700000001:+491700000002:wamid.A="
                ),
                signal(
                    .changedAddress(to: Samples.address("DE.80112233")),
                    of: Samples.businessID,
                    id: "changed:DE.70112233:DE.80112233:wamid.A="
                ),
            ]
        ),
        recording(
            "changed id, told in words only",
            system(
                "",
                #"""
                "body":"User Mia K. changed from DE.70112233 to DE.80112233",\#
                "user_id":"DE.80112233","type":"user_changed_user_id"
                """#
            ),
            [
                signal(
                    .changedAddress(to: Samples.address("DE.80112233")),
                    of: Samples.businessID,
                    id: "changed:DE.70112233:DE.80112233:wamid.A="
                )
            ]
        ),
        recording(
            "changed identity",
            system(
                #"""
                "from":"491700000001","identity":{"acknowledged":true,"created_timestamp":\#
                "1793520000","hash":"h1"},
                """#,
                #""body":"User identity changed","type":"customer_identity_changed""#
            ),
            [
                signal(
                    .identityChanged,
                    of: Samples.phone,
                    id: "identity:+491700000001:wamid.A="
                )
            ]
        ),
        recording(
            "a system message nobody has heard of",
            system(#""from":"491700000001","#, #""type":"user_moved_house""#),
            [.unknown(kind: "system.user_moved_house")]
        ),
        recording(
            "changed id, by its own field",
            field(
                "user_id_update",
                #"""
                "contacts":[{"wa_id":"491700000002"}],"user_id_update":[{"wa_id":"491700000002",\#
                "detail":"updated","user_id":{"previous":"DE.70112233","current":"DE.80112233"},\#
                "parent_user_id":{"previous":"DE.ENT.9001","current":"DE.ENT.9002"},\#
                "timestamp":"1793520000"}]
                """#
            ),
            [
                signal(
                    .changedAddress(to: Samples.address("DE.80112233")),
                    of: Samples.businessID,
                    id: "changed:DE.70112233:DE.80112233:1793520000"
                ),
                signal(
                    .changedAddress(to: Samples.address("DE.ENT.9002")),
                    of: Samples.parentID,
                    id: "changed:DE.ENT.9001:DE.ENT.9002:1793520000"
                ),
            ]
        ),
    ]
}
