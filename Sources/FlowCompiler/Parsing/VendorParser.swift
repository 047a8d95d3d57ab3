import FlowProgram

/// Reads a vendor of `parley.yaml`.
enum VendorParser {
    private static let keys: [String] = [
        "name", "country", "role", "receives", "transfer", "deletion",
    ]

    static func vendor(
        _ name: Located<String>,
        _ node: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> VendorSyntax {
        Name.check(name, "vendor", into: &diagnostics)
        let missing = Located<String>.reported(at: name.span)
        var vendor = VendorSyntax(
            name: name,
            legalName: missing,
            country: missing,
            role: nil,
            receives: [],
            transfer: nil,
            deletion: nil
        )
        guard
            let reader = MappingReader(
                node,
                "vendor \(name.value.quoted)",
                known: keys,
                place: name.span,
                into: &diagnostics
            )
        else { return vendor }
        for key in ["country", "role", "receives"] where !reader.has(key) {
            reader.reportMissing(key, into: &diagnostics)
        }
        vendor.legalName = reader.requiredText("name", into: &diagnostics) ?? missing
        vendor.country = reader.country("country", into: &diagnostics) ?? missing
        vendor.role = reader.word("role", Vendor.Role.self, into: &diagnostics)
        vendor.receives = reader.texts("receives", into: &diagnostics).map(\.value)
        vendor.transfer = reader.text("transfer", into: &diagnostics)?.value
        vendor.deletion = reader.text("deletion", into: &diagnostics)?.value
        return vendor
    }
}

extension MappingReader {
    /// A country by its two capital letters, as in ISO 3166-1.
    func country(_ name: String, into diagnostics: inout Diagnostics) -> Located<String>? {
        guard let text = text(name, into: &diagnostics) else { return nil }
        let isCode =
            text.value.utf8.count == 2
            && text.value.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) }
        if isCode { return text }
        diagnostics.report(
            .invalidValue,
            at: text.span,
            "\(text.value.quoted) is not the code of a country",
            help: "two capital letters, such as `DE` or `US`"
        )
        return nil
    }
}
