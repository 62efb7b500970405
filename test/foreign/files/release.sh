#!/bin/bash
VERSION=$1
sed -i "s/^version = .*/version = \"$VERSION\"/" pyproject.toml
git tag -a "v$VERSION" -m "v$VERSION" && git push --tags
python -m build && twine upload dist/*
