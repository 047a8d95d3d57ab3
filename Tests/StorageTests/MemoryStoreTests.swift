import Storage
import StoreConformance
import Testing

/// The model itself keeps every promise that it is used to hold stores against.
@Suite struct MemoryStoreTests {
    @Test(arguments: StoreCheck.all)
    func `a store in memory keeps every promise of a store`(_ check: StoreCheck) throws {
        try check.run(on: MemoryStore())
    }

    @Test(arguments: VaultCheck.all)
    func `a vault in memory keeps every promise of a vault`(_ check: VaultCheck) throws {
        try check.run(on: MemoryVault())
    }

    @Test(arguments: APIKeyCheck.all)
    func `a vault in memory keeps every promise of a store of keys`(_ check: APIKeyCheck) throws {
        try check.run(on: MemoryVault())
    }
}
