import Storage
import StorageSQLite
import StoreConformance
import Testing

/// Goal: what holds for the model holds on disk.
///
/// Method: the same checks, each on a new folder.
@Suite struct ConformanceTests {
    @Test(arguments: StoreCheck.all)
    func `a store on disk keeps every promise of a store`(_ check: StoreCheck) throws {
        try TemporaryFolder().with { try check.run(on: $0.store) }
    }

    @Test(arguments: VaultCheck.all)
    func `a vault on disk keeps every promise of a vault`(_ check: VaultCheck) throws {
        try TemporaryFolder().with { try check.run(on: $0.vault) }
    }

    @Test(arguments: APIKeyCheck.all)
    func `a vault on disk keeps every promise of a store of keys`(_ check: APIKeyCheck) throws {
        try TemporaryFolder().with { try check.run(on: $0.vault) }
    }
}
