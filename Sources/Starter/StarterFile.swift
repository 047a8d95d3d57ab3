/// A file of a new workspace.
package struct StarterFile: Hashable, Sendable {
    /// Relative to the workspace's folder, with forward slashes (`flows/help.yaml`).
    package let path: String
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
