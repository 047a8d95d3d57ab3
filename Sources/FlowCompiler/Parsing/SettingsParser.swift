import FlowProgram

/// Reads `parley.yaml`.
package enum SettingsParser {
    private static let keys: [String] = [
        "controller", "locales", "purposes", "notices", "channels", "vendors", "opt-out",
        "retention", "store", AuditParser.section, ServeParser.section,
    ]

    /// Nil only if the file is no mapping.
    package static func parse(
        _ file: SourceFile,
        into diagnostics: inout Diagnostics
    ) -> SettingsSyntax? {
        guard let root = YAMLReader.read(file, into: &diagnostics) else { return nil }
        return parse(root, into: &diagnostics)
    }

    package static func parse(
        _ root: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> SettingsSyntax? {
        guard
            let reader = MappingReader(root, "`parley.yaml`", known: keys, into: &diagnostics)
        else { return nil }
        let missing = Located<String>.reported(at: root.span)
        var settings = SettingsSyntax(
            controllerName: missing,
            controllerAddress: missing,
            controllerContact: missing,
            controllerCountry: missing,
            locales: [],
            purposes: [],
            notices: [],
            channels: [],
            vendors: [],
            optOut: .everything,
            storageCountry: nil,
            sessionIdle: nil,
            retention: [],
            audit: AuditSyntax(),
            serve: ServeSyntax(),
            canonicalBytes: root.without(AuditParser.section).without(ServeParser.section)
                .canonicalBytes
        )
        controller(reader, of: &settings, into: &diagnostics)
        settings.locales = locales(reader, into: &diagnostics)
        settings.purposes = section("purposes", reader, into: &diagnostics).map {
            PurposeParser.purpose($0.key, $0.value, into: &diagnostics)
        }
        settings.notices = section("notices", reader, into: &diagnostics).map {
            notice($0.key, $0.value, into: &diagnostics)
        }
        settings.channels = section("channels", reader, into: &diagnostics).map {
            ChannelParser.channel($0.key, $0.value, into: &diagnostics)
        }
        settings.vendors = section("vendors", reader, into: &diagnostics).map {
            VendorParser.vendor($0.key, $0.value, into: &diagnostics)
        }
        settings.optOut = OptOutParser.policy(reader, into: &diagnostics)
        RetentionParser.retention(reader, of: &settings, into: &diagnostics)
        settings.storageCountry = storageCountry(reader, into: &diagnostics)
        settings.audit = AuditParser.audit(reader, into: &diagnostics)
        settings.serve = ServeParser.serve(reader, into: &diagnostics)
        return settings
    }

    private static func controller(
        _ reader: MappingReader,
        of settings: inout SettingsSyntax,
        into diagnostics: inout Diagnostics
    ) {
        guard let node = reader.required("controller", into: &diagnostics),
            let place = reader.entry("controller")?.key.span,
            let controller = MappingReader(
                node,
                "`controller`",
                known: ["name", "address", "contact", "country", "dpo", "authority"],
                place: place,
                into: &diagnostics
            )
        else { return }
        let missing = Located<String>.reported(at: place)
        settings.controllerName = controller.requiredText("name", into: &diagnostics) ?? missing
        settings.controllerAddress =
            controller.requiredText("address", into: &diagnostics) ?? missing
        settings.controllerContact =
            controller.requiredText("contact", into: &diagnostics) ?? missing
        settings.controllerCountry =
            controller.requiredText("country", into: &diagnostics) ?? missing
        settings.controllerDPO = controller.text("dpo", into: &diagnostics)
        settings.controllerAuthority = controller.text("authority", into: &diagnostics)
    }

    private static func storageCountry(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> Located<String>? {
        guard let (key, node) = reader.entry("store"),
            let store = MappingReader(
                node,
                "`store`",
                known: ["country"],
                place: key.span,
                into: &diagnostics
            )
        else { return nil }
        return store.country("country", into: &diagnostics)
    }

    private static func locales(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [Located<String>] {
        guard let node = reader.required("locales", into: &diagnostics) else { return [] }
        if case .sequence(let tags, let span) = node, tags.isEmpty {
            diagnostics.report(.missingKey, at: span, "`locales` names no locale")
        }
        return MappingReader.texts(node, "`locales`", into: &diagnostics)
    }

    /// A mapping of things by name; a section that is absent or left blank has none.
    private static func section(
        _ name: String,
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [(key: Located<String>, value: YAMLNode)] {
        guard let node = reader.entry(name)?.value, !node.isNothing else { return [] }
        return MappingReader.entries(node, name.quoted, into: &diagnostics) ?? []
    }

    /// Of a notice's version; with its name it is part of log entries.
    private static let longestVersion = 64

    private static func notice(
        _ name: Located<String>,
        _ node: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> NoticeSyntax {
        Name.check(name, "notice", into: &diagnostics)
        let missing = Located<String>.reported(at: name.span)
        let reader = MappingReader(
            node,
            "notice \(name.value.quoted)",
            known: ["version"],
            place: name.span,
            into: &diagnostics
        )
        let version = reader?.requiredText("version", into: &diagnostics) ?? missing
        if version.value.utf8.count > Self.longestVersion {
            diagnostics.report(
                .invalidName,
                at: version.span,
                "the version of notice \(name.value.quoted) is longer than "
                    + "\(Self.longestVersion) characters",
                help: "a month or a number will do, such as `2026-03`"
            )
        }
        return NoticeSyntax(name: name, version: version)
    }
}
