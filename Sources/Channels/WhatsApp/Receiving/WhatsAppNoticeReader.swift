import JSONCoding

/// Reads what Meta says about the account, its numbers and its templates.
struct WhatsAppNoticeReader {
    /// Fields that tell of the account and not of a contact, by Meta's names.
    static let accountFields: Set<String> = [
        "account_alerts", "account_review_update", "account_settings_update", "account_update",
        "business_capability_update", "business_username_update", "business_username_updates",
        "flows", "message_template_components_update", "message_template_quality_update",
        "partner_solutions", "payment_configuration_update", "phone_number_name_update",
        "phone_number_quality_update", "security",
    ]

    private let value: WhatsAppValue

    init(_ value: WhatsAppValue) {
        self.value = value
    }

    /// What a field that is no conversation tells of.
    ///
    /// Echoes of what the business itself wrote, history, calls and groups are as unknown as what
    /// Meta has yet to think of.
    func events(of field: String) -> [InboundEvent] {
        switch field {
        case "message_template_status_update": templateStatus()
        case "template_category_update": templateCategory()
        case _ where Self.accountFields.contains(field):
            [.notice(.account(kind: kind(of: field)))]
        default: [.unknown(kind: WhatsAppText.plainName(field))]
        }
    }

    /// An item of a value's `errors`, which is about no message of ours.
    func error(_ error: JSONValue, at place: String) -> [InboundEvent] {
        guard let code = error["code"]?.integer else {
            return [.broken(place: place + ".code", why: "it is no number")]
        }
        return [.notice(.account(kind: "error.\(code)"))]
    }

    /// The field's name, with that of the event where one field tells of many.
    private func kind(of field: String) -> String {
        guard let event = value.json["event"]?.text else { return field }
        return "\(field).\(WhatsAppText.plainName(event))"
    }

    /// A template that was approved may have been filed elsewhere on the way: where the category
    /// is told, it counts.
    private func templateStatus() -> [InboundEvent] {
        guard let name = templateName, let event = value.json["event"]?.text else {
            return [.broken(place: value.place, why: "it names no template, or no state of one")]
        }
        let state = WhatsAppText.plainName(event)
        let notice = ProviderNotice.template(name: name, locale: locale, state: state)
        let category = value.json["message_template_category"]?.text
        return [.notice(notice)] + (category.map { [filed(name, under: $0)] } ?? [])
    }

    private func templateCategory() -> [InboundEvent] {
        guard let name = templateName, let category = value.json["new_category"]?.text else {
            return [.broken(place: value.place, why: "it names no template, or no category")]
        }
        return [filed(name, under: category)]
    }

    private func filed(_ name: String, under category: String) -> InboundEvent {
        .notice(
            .templateCategory(
                name: name,
                locale: locale,
                category: WhatsAppText.plainName(category)
            )
        )
    }

    private var templateName: String? {
        WhatsAppText.id(value.json["message_template_name"])
    }

    /// BCP 47, which Meta writes with `_`.
    private var locale: String? {
        WhatsAppText.id(value.json["message_template_language"]).map(WhatsAppTemplate.tag)
    }
}
