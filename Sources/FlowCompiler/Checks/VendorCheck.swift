/// Reports vendors and channels that do not know of each other.
///
/// Both are warnings, and only of a workspace that declares vendors: `missing-vendor` for a
/// channel that names none, `unused-vendor` for one that no channel names.
// LAW: Art. 13(1)(e) and Art. 19 GDPR: recipients are named, and told of an erasure.
enum VendorCheck {
    static func run(_ workspace: Workspace, _ diagnostics: inout Diagnostics) {
        let settings = workspace.settings
        guard !settings.vendors.isEmpty else { return }
        for channel in settings.channels where channel.vendor == nil {
            diagnostics.report(
                .missingVendor,
                at: channel.name.span,
                "the channel \(channel.name.value.quoted) does not say which vendor carries it",
                help: "add `vendor`: one of \(settings.vendors.map(\.name.value).quotedList("or"))"
            )
        }
        let used = Set(settings.channels.compactMap(\.vendor?.value))
        for vendor in settings.vendors where !used.contains(vendor.name.value) {
            diagnostics.report(
                .unusedVendor,
                at: vendor.name.span,
                "no channel runs through the vendor \(vendor.name.value.quoted)",
                help: "name it as `vendor` of a channel, or remove it"
            )
        }
    }
}
