extension QuietHours {
    /// The table we ship.
    package static let standard: QuietHours = {
        do throws(QuietHoursError) {
            return try QuietHours(
                text: String(decoding: PackageResources.quiet_hours_txt, as: UTF8.self)
            )
        } catch {
            preconditionFailure("quiet-hours.txt: \(error)")
        }
    }()
}
