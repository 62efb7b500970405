#!/bin/sh
swift build -c release
swift test --parallel
swift package generate-documentation
