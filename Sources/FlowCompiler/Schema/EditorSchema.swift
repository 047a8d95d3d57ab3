/// JSON Schemas (draft 2020-12) that make an editor complete and explain the keys of our files.
///
/// They describe form only; names, types and texts are for the compiler. A test compares their
/// keys with those the parsers take.
package enum EditorSchema {
    /// For `flows/*.yaml`.
    package static var flow: String {
        SchemaParts.schema("Parley flow", FlowSchema.root, FlowSchema.definitions)
    }

    /// For `parley.yaml`.
    package static var settings: String {
        SchemaParts.schema("Parley workspace", SettingsSchema.root)
    }

    /// For `locales/*.yaml` and `locales/*/*.yaml`.
    package static var locale: String {
        SchemaParts.schema("Parley locale", LocaleSchema.root)
    }
}
