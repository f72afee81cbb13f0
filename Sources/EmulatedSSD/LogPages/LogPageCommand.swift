import NVMeSpec

/// Get Log Page (NVMe Base 2.0 §5.16).
enum LogPageCommand {
    static func run(_ request: inout Request, _ controller: EmulatedController) -> Outcome {
        let sqe = request.sqe
        let dword10 = sqe.cdw10[as: GetLogPageDword10.self]
        guard let row = LogPageRow.table.first(where: { $0.page == dword10.page }) else {
            return .failure(.invalidLogPage)
        }
        if controller.engine.pointee.sanitizeRestricts, !row.isAllowedDuringSanitize {
            return .failure(controller.sanitize.refusal)
        }
        // All pages are those of the controller or the NVM subsystem (NVMe Base 2.1 §5.1.12.1).
        guard request.nsid == 0 || request.nsid == .max else { return .failure(.invalidField) }
        // Offset Type 1 counts entries, which no page here offers.
        guard !sqe.cdw14[as: GetLogPageDword14.self].offsetIsIndex else { return .failure(.invalidField) }
        let byteCount = UInt64(sqe.logPageDwords) &* 4 &+ 4
        let page = row.make(controller)
        guard
            let piece = logPagePiece(
                of: page, offset: sqe.logPageOffset, byteCount: byteCount, most: controller.maximumTransfer)
        else { return .failure(.invalidField) }
        let code = request.send(piece, byteCount: piece.count, in: controller)
        guard code == .success else { return .failure(code) }
        if !dword10.retainAsynchronousEvent { controller.asynchronousEvents.logPageRead(dword10.page) }
        return .success
    }
}

/// What a host gets of a page: from `offset` on, zeros behind its end. The one place where offset and length meet a page.
///
/// - Returns: nil when the offset is odd to dwords or beyond the page, or the transfer too long.
func logPagePiece(of page: [UInt8], offset: UInt64, byteCount: UInt64, most: Int) -> [UInt8]? {
    guard offset & 3 == 0, offset <= UInt64(page.count), byteCount <= UInt64(most) else { return nil }
    let rest = page[Int(offset)...].prefix(Int(byteCount))
    return Array(rest) + Array(repeating: 0, count: Int(byteCount) - rest.count)
}
