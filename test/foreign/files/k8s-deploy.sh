#!/usr/bin/env bash
kubectl apply -f pytorchjob.yaml
kubectl wait --for=condition=Succeeded pytorchjob/train --timeout=24h
helm upgrade --install app chart --set image.tag=$TAG
