import Testing

@testable import EmulatedSSD

@Suite struct HostCursorTests {
    private func send(_ bytes: [UInt8], into pieces: [Int?]) -> [UInt8] {
        var host = [UInt8](repeating: 0xEE, count: 16)
        host.withUnsafeMutableBytes { memory in
            var data = HostData()
            defer { data.deallocate() }
            var start = 0
            for piece in pieces {
                if let piece {
                    _ = data.append(memory.baseAddress.map { $0 + start }, piece)
                    start += piece
                } else {
                    _ = data.append(nil, 2)
                }
            }
            var cursor = HostCursor(data)
            bytes.withUnsafeBytes { source in
                if let base = source.baseAddress { cursor.send(base, count: source.count) }
            }
        }
        return Array(host.prefix(start(of: pieces)))
    }

    private func start(of pieces: [Int?]) -> Int { pieces.reduce(0) { $0 + ($1 ?? 0) } }

    @Test func bytesFillThePiecesInOrder() {
        #expect(send([1, 2, 3, 4, 5], into: [2, 3]) == [1, 2, 3, 4, 5])
    }

    @Test func bitBucketSwallowsItsBytes() {
        #expect(send([1, 2, 3, 4, 5], into: [2, nil, 1]) == [1, 2, 5])
    }

    @Test func hostMemoryBehindTheLastPieceIsUntouched() {
        #expect(send([1, 2, 3, 4, 5], into: [2]) == [1, 2])
    }

    @Test func moreHostMemoryThanDataKeepsItsRest() {
        #expect(send([1, 2], into: [3]) == [1, 2, 0xEE])
    }
}
