// Generated from schemas/project.schema.json by `npm run generate`. Do not edit.
// @ts-nocheck
import type { SchemaFailure } from "../laws/SchemaFailure.ts";

const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","title":"Bitlaw project file","type":"object","additionalProperties":false,"properties":{"$schema":{"type":"string"},"extends":{"anyOf":[{"type":"string","pattern":"\\S"},{"type":"array","items":{"type":"string","pattern":"\\S"}}]},"rules":{"$ref":"#/definitions/rules"},"declare":{"$ref":"#/definitions/declare"},"laws":{"$ref":"#/definitions/laws"},"thresholds":{"$ref":"#/definitions/thresholds"},"ignore":{"type":"array","items":{"type":"string","pattern":"\\S"}},"suppressions":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["rules"],"properties":{"files":{"type":"array","items":{"type":"string","pattern":"\\S"}},"rules":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/rule"}},"key":{"type":"string","pattern":"\\S"},"reason":{"type":"string","pattern":"\\S"}}}},"overrides":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["files"],"properties":{"files":{"type":"array","items":{"type":"string","pattern":"\\S"}},"rules":{"$ref":"#/definitions/rules"},"declare":{"$ref":"#/definitions/declare"},"laws":{"$ref":"#/definitions/laws"},"thresholds":{"$ref":"#/definitions/thresholds"}}}}},"definitions":{"severity":{"enum":["off","hint","information","warning","error"]},"rule":{"enum":["overtrained-for-format","overtrained-for-quantization","sub-4-bit-training","sub-4-bit-quantization","predicted-divergence","suboptimal-precision","suboptimal-float-layout","coarse-scaling","unstable-format","missing-high-precision-layers","single-seed-comparison","low-precision-state","low-precision-accumulation","conflicting-precision","quantized-base-full-finetune","compute-dtype-mismatch","loss-scaling","inactive-precision","unsupported-format","group-size-mismatch","inconsistent-architecture","unusable-value","duplicate-key","companion-disagrees","unread-companion","unknown-precision-value","misread-number","unknown-declaration","unused-suppression","unknown-suppression","invalid-project-file"]},"rules":{"type":"object","propertyNames":{"$ref":"#/definitions/rule"},"properties":{"overtrained-for-format":{"enum":["off","hint","information","warning","error"]},"overtrained-for-quantization":{"enum":["off","hint","information","warning","error"]},"sub-4-bit-training":{"enum":["off","hint","information","warning","error"]},"sub-4-bit-quantization":{"enum":["off","hint","information","warning","error"]},"predicted-divergence":{"enum":["off","hint","information","warning","error"]},"suboptimal-precision":{"enum":["off","hint","information","warning","error"]},"suboptimal-float-layout":{"enum":["off","hint","information","warning","error"]},"coarse-scaling":{"enum":["off","hint","information","warning","error"]},"unstable-format":{"enum":["off","hint","information","warning","error"]},"missing-high-precision-layers":{"enum":["off","hint","information","warning","error"]},"single-seed-comparison":{"enum":["off","hint","information","warning","error"]},"low-precision-state":{"enum":["off","hint","information","warning","error"]},"low-precision-accumulation":{"enum":["off","hint","information","warning","error"]},"conflicting-precision":{"enum":["off","hint","information","warning","error"]},"quantized-base-full-finetune":{"enum":["off","hint","information","warning","error"]},"compute-dtype-mismatch":{"enum":["off","hint","information","warning","error"]},"loss-scaling":{"enum":["off","hint","information","warning","error"]},"inactive-precision":{"enum":["off","hint","information","warning","error"]},"unsupported-format":{"enum":["off","hint","information","warning","error"]},"group-size-mismatch":{"enum":["off","hint","information","warning","error"]},"inconsistent-architecture":{"enum":["off","hint","information","warning","error"]},"unusable-value":{"enum":["off","hint","information","warning","error"]},"duplicate-key":{"enum":["off","hint","information","warning","error"]},"companion-disagrees":{"enum":["off","hint","information","warning","error"]},"unread-companion":{"enum":["off","hint","information","warning","error"]},"unknown-precision-value":{"enum":["off","hint","information","warning","error"]},"misread-number":{"enum":["off","hint","information","warning","error"]},"unknown-declaration":{"enum":["off","hint","information","warning","error"]},"unused-suppression":{"enum":["off","hint","information","warning","error"]},"unknown-suppression":{"enum":["off","hint","information","warning","error"]},"invalid-project-file":{"enum":["off","hint","information","warning","error"]}}},"declare":{"type":"object","propertyNames":{"enum":["parameters","active_parameters","non_embedding_parameters","tokens","pretraining_tokens","world_size","sequence_length","weights","activations","kv_cache","quantization","method","measured","hardware","stage","accelerate_config"]},"properties":{"parameters":{"type":["string","number"]},"active_parameters":{"type":["string","number"]},"non_embedding_parameters":{"type":["string","number"]},"tokens":{"type":["string","number"]},"pretraining_tokens":{"type":["string","number"]},"world_size":{"type":["string","number"]},"sequence_length":{"type":["string","number"]},"weights":{"type":["string","number"]},"activations":{"type":["string","number"]},"kv_cache":{"type":["string","number"]},"quantization":{"type":["string","number"]},"method":{"type":["string","number"]},"measured":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"hardware":{"type":["string","number"]},"stage":{"type":["string","number"]},"accelerate_config":{"type":["string","number"]}}},"laws":{"type":"object","additionalProperties":false,"properties":{"use":{"type":"array","items":{"type":"string","pattern":"\\S"}},"files":{"type":"array","items":{"type":"string","pattern":"\\S"}}}},"thresholds":{"type":"object","propertyNames":{"$ref":"#/definitions/rule"},"additionalProperties":{"type":"object","additionalProperties":{"type":"number"}}}}};
const schema14 = {"type":"object","propertyNames":{"enum":["parameters","active_parameters","non_embedding_parameters","tokens","pretraining_tokens","world_size","sequence_length","weights","activations","kv_cache","quantization","method","measured","hardware","stage","accelerate_config"]},"properties":{"parameters":{"type":["string","number"]},"active_parameters":{"type":["string","number"]},"non_embedding_parameters":{"type":["string","number"]},"tokens":{"type":["string","number"]},"pretraining_tokens":{"type":["string","number"]},"world_size":{"type":["string","number"]},"sequence_length":{"type":["string","number"]},"weights":{"type":["string","number"]},"activations":{"type":["string","number"]},"kv_cache":{"type":["string","number"]},"quantization":{"type":["string","number"]},"method":{"type":["string","number"]},"measured":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"hardware":{"type":["string","number"]},"stage":{"type":["string","number"]},"accelerate_config":{"type":["string","number"]}}};
const schema15 = {"type":"object","additionalProperties":false,"properties":{"use":{"type":"array","items":{"type":"string","pattern":"\\S"}},"files":{"type":"array","items":{"type":"string","pattern":"\\S"}}}};
const schema13 = {"enum":["overtrained-for-format","overtrained-for-quantization","sub-4-bit-training","sub-4-bit-quantization","predicted-divergence","suboptimal-precision","suboptimal-float-layout","coarse-scaling","unstable-format","missing-high-precision-layers","single-seed-comparison","low-precision-state","low-precision-accumulation","conflicting-precision","quantized-base-full-finetune","compute-dtype-mismatch","loss-scaling","inactive-precision","unsupported-format","group-size-mismatch","inconsistent-architecture","unusable-value","duplicate-key","companion-disagrees","unread-companion","unknown-precision-value","misread-number","unknown-declaration","unused-suppression","unknown-suppression","invalid-project-file"]};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("\\S", "u");
const schema12 = {"type":"object","propertyNames":{"$ref":"#/definitions/rule"},"properties":{"overtrained-for-format":{"enum":["off","hint","information","warning","error"]},"overtrained-for-quantization":{"enum":["off","hint","information","warning","error"]},"sub-4-bit-training":{"enum":["off","hint","information","warning","error"]},"sub-4-bit-quantization":{"enum":["off","hint","information","warning","error"]},"predicted-divergence":{"enum":["off","hint","information","warning","error"]},"suboptimal-precision":{"enum":["off","hint","information","warning","error"]},"suboptimal-float-layout":{"enum":["off","hint","information","warning","error"]},"coarse-scaling":{"enum":["off","hint","information","warning","error"]},"unstable-format":{"enum":["off","hint","information","warning","error"]},"missing-high-precision-layers":{"enum":["off","hint","information","warning","error"]},"single-seed-comparison":{"enum":["off","hint","information","warning","error"]},"low-precision-state":{"enum":["off","hint","information","warning","error"]},"low-precision-accumulation":{"enum":["off","hint","information","warning","error"]},"conflicting-precision":{"enum":["off","hint","information","warning","error"]},"quantized-base-full-finetune":{"enum":["off","hint","information","warning","error"]},"compute-dtype-mismatch":{"enum":["off","hint","information","warning","error"]},"loss-scaling":{"enum":["off","hint","information","warning","error"]},"inactive-precision":{"enum":["off","hint","information","warning","error"]},"unsupported-format":{"enum":["off","hint","information","warning","error"]},"group-size-mismatch":{"enum":["off","hint","information","warning","error"]},"inconsistent-architecture":{"enum":["off","hint","information","warning","error"]},"unusable-value":{"enum":["off","hint","information","warning","error"]},"duplicate-key":{"enum":["off","hint","information","warning","error"]},"companion-disagrees":{"enum":["off","hint","information","warning","error"]},"unread-companion":{"enum":["off","hint","information","warning","error"]},"unknown-precision-value":{"enum":["off","hint","information","warning","error"]},"misread-number":{"enum":["off","hint","information","warning","error"]},"unknown-declaration":{"enum":["off","hint","information","warning","error"]},"unused-suppression":{"enum":["off","hint","information","warning","error"]},"unknown-suppression":{"enum":["off","hint","information","warning","error"]},"invalid-project-file":{"enum":["off","hint","information","warning","error"]}}};

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(!(((((((((((((((((((((((((((((((key0 === "overtrained-for-format") || (key0 === "overtrained-for-quantization")) || (key0 === "sub-4-bit-training")) || (key0 === "sub-4-bit-quantization")) || (key0 === "predicted-divergence")) || (key0 === "suboptimal-precision")) || (key0 === "suboptimal-float-layout")) || (key0 === "coarse-scaling")) || (key0 === "unstable-format")) || (key0 === "missing-high-precision-layers")) || (key0 === "single-seed-comparison")) || (key0 === "low-precision-state")) || (key0 === "low-precision-accumulation")) || (key0 === "conflicting-precision")) || (key0 === "quantized-base-full-finetune")) || (key0 === "compute-dtype-mismatch")) || (key0 === "loss-scaling")) || (key0 === "inactive-precision")) || (key0 === "unsupported-format")) || (key0 === "group-size-mismatch")) || (key0 === "inconsistent-architecture")) || (key0 === "unusable-value")) || (key0 === "duplicate-key")) || (key0 === "companion-disagrees")) || (key0 === "unread-companion")) || (key0 === "unknown-precision-value")) || (key0 === "misread-number")) || (key0 === "unknown-declaration")) || (key0 === "unused-suppression")) || (key0 === "unknown-suppression")) || (key0 === "invalid-project-file"))){
const err0 = {instancePath,schemaPath:"#/definitions/rule/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err1 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data["overtrained-for-format"] !== undefined){
let data0 = data["overtrained-for-format"];
if(!(((((data0 === "off") || (data0 === "hint")) || (data0 === "information")) || (data0 === "warning")) || (data0 === "error"))){
const err2 = {instancePath:instancePath+"/overtrained-for-format",schemaPath:"#/properties/overtrained-for-format/enum",keyword:"enum",params:{allowedValues: schema12.properties["overtrained-for-format"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data["overtrained-for-quantization"] !== undefined){
let data1 = data["overtrained-for-quantization"];
if(!(((((data1 === "off") || (data1 === "hint")) || (data1 === "information")) || (data1 === "warning")) || (data1 === "error"))){
const err3 = {instancePath:instancePath+"/overtrained-for-quantization",schemaPath:"#/properties/overtrained-for-quantization/enum",keyword:"enum",params:{allowedValues: schema12.properties["overtrained-for-quantization"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data["sub-4-bit-training"] !== undefined){
let data2 = data["sub-4-bit-training"];
if(!(((((data2 === "off") || (data2 === "hint")) || (data2 === "information")) || (data2 === "warning")) || (data2 === "error"))){
const err4 = {instancePath:instancePath+"/sub-4-bit-training",schemaPath:"#/properties/sub-4-bit-training/enum",keyword:"enum",params:{allowedValues: schema12.properties["sub-4-bit-training"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data["sub-4-bit-quantization"] !== undefined){
let data3 = data["sub-4-bit-quantization"];
if(!(((((data3 === "off") || (data3 === "hint")) || (data3 === "information")) || (data3 === "warning")) || (data3 === "error"))){
const err5 = {instancePath:instancePath+"/sub-4-bit-quantization",schemaPath:"#/properties/sub-4-bit-quantization/enum",keyword:"enum",params:{allowedValues: schema12.properties["sub-4-bit-quantization"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data["predicted-divergence"] !== undefined){
let data4 = data["predicted-divergence"];
if(!(((((data4 === "off") || (data4 === "hint")) || (data4 === "information")) || (data4 === "warning")) || (data4 === "error"))){
const err6 = {instancePath:instancePath+"/predicted-divergence",schemaPath:"#/properties/predicted-divergence/enum",keyword:"enum",params:{allowedValues: schema12.properties["predicted-divergence"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data["suboptimal-precision"] !== undefined){
let data5 = data["suboptimal-precision"];
if(!(((((data5 === "off") || (data5 === "hint")) || (data5 === "information")) || (data5 === "warning")) || (data5 === "error"))){
const err7 = {instancePath:instancePath+"/suboptimal-precision",schemaPath:"#/properties/suboptimal-precision/enum",keyword:"enum",params:{allowedValues: schema12.properties["suboptimal-precision"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data["suboptimal-float-layout"] !== undefined){
let data6 = data["suboptimal-float-layout"];
if(!(((((data6 === "off") || (data6 === "hint")) || (data6 === "information")) || (data6 === "warning")) || (data6 === "error"))){
const err8 = {instancePath:instancePath+"/suboptimal-float-layout",schemaPath:"#/properties/suboptimal-float-layout/enum",keyword:"enum",params:{allowedValues: schema12.properties["suboptimal-float-layout"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data["coarse-scaling"] !== undefined){
let data7 = data["coarse-scaling"];
if(!(((((data7 === "off") || (data7 === "hint")) || (data7 === "information")) || (data7 === "warning")) || (data7 === "error"))){
const err9 = {instancePath:instancePath+"/coarse-scaling",schemaPath:"#/properties/coarse-scaling/enum",keyword:"enum",params:{allowedValues: schema12.properties["coarse-scaling"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["unstable-format"] !== undefined){
let data8 = data["unstable-format"];
if(!(((((data8 === "off") || (data8 === "hint")) || (data8 === "information")) || (data8 === "warning")) || (data8 === "error"))){
const err10 = {instancePath:instancePath+"/unstable-format",schemaPath:"#/properties/unstable-format/enum",keyword:"enum",params:{allowedValues: schema12.properties["unstable-format"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data["missing-high-precision-layers"] !== undefined){
let data9 = data["missing-high-precision-layers"];
if(!(((((data9 === "off") || (data9 === "hint")) || (data9 === "information")) || (data9 === "warning")) || (data9 === "error"))){
const err11 = {instancePath:instancePath+"/missing-high-precision-layers",schemaPath:"#/properties/missing-high-precision-layers/enum",keyword:"enum",params:{allowedValues: schema12.properties["missing-high-precision-layers"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data["single-seed-comparison"] !== undefined){
let data10 = data["single-seed-comparison"];
if(!(((((data10 === "off") || (data10 === "hint")) || (data10 === "information")) || (data10 === "warning")) || (data10 === "error"))){
const err12 = {instancePath:instancePath+"/single-seed-comparison",schemaPath:"#/properties/single-seed-comparison/enum",keyword:"enum",params:{allowedValues: schema12.properties["single-seed-comparison"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data["low-precision-state"] !== undefined){
let data11 = data["low-precision-state"];
if(!(((((data11 === "off") || (data11 === "hint")) || (data11 === "information")) || (data11 === "warning")) || (data11 === "error"))){
const err13 = {instancePath:instancePath+"/low-precision-state",schemaPath:"#/properties/low-precision-state/enum",keyword:"enum",params:{allowedValues: schema12.properties["low-precision-state"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data["low-precision-accumulation"] !== undefined){
let data12 = data["low-precision-accumulation"];
if(!(((((data12 === "off") || (data12 === "hint")) || (data12 === "information")) || (data12 === "warning")) || (data12 === "error"))){
const err14 = {instancePath:instancePath+"/low-precision-accumulation",schemaPath:"#/properties/low-precision-accumulation/enum",keyword:"enum",params:{allowedValues: schema12.properties["low-precision-accumulation"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data["conflicting-precision"] !== undefined){
let data13 = data["conflicting-precision"];
if(!(((((data13 === "off") || (data13 === "hint")) || (data13 === "information")) || (data13 === "warning")) || (data13 === "error"))){
const err15 = {instancePath:instancePath+"/conflicting-precision",schemaPath:"#/properties/conflicting-precision/enum",keyword:"enum",params:{allowedValues: schema12.properties["conflicting-precision"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data["quantized-base-full-finetune"] !== undefined){
let data14 = data["quantized-base-full-finetune"];
if(!(((((data14 === "off") || (data14 === "hint")) || (data14 === "information")) || (data14 === "warning")) || (data14 === "error"))){
const err16 = {instancePath:instancePath+"/quantized-base-full-finetune",schemaPath:"#/properties/quantized-base-full-finetune/enum",keyword:"enum",params:{allowedValues: schema12.properties["quantized-base-full-finetune"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data["compute-dtype-mismatch"] !== undefined){
let data15 = data["compute-dtype-mismatch"];
if(!(((((data15 === "off") || (data15 === "hint")) || (data15 === "information")) || (data15 === "warning")) || (data15 === "error"))){
const err17 = {instancePath:instancePath+"/compute-dtype-mismatch",schemaPath:"#/properties/compute-dtype-mismatch/enum",keyword:"enum",params:{allowedValues: schema12.properties["compute-dtype-mismatch"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data["loss-scaling"] !== undefined){
let data16 = data["loss-scaling"];
if(!(((((data16 === "off") || (data16 === "hint")) || (data16 === "information")) || (data16 === "warning")) || (data16 === "error"))){
const err18 = {instancePath:instancePath+"/loss-scaling",schemaPath:"#/properties/loss-scaling/enum",keyword:"enum",params:{allowedValues: schema12.properties["loss-scaling"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data["inactive-precision"] !== undefined){
let data17 = data["inactive-precision"];
if(!(((((data17 === "off") || (data17 === "hint")) || (data17 === "information")) || (data17 === "warning")) || (data17 === "error"))){
const err19 = {instancePath:instancePath+"/inactive-precision",schemaPath:"#/properties/inactive-precision/enum",keyword:"enum",params:{allowedValues: schema12.properties["inactive-precision"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data["unsupported-format"] !== undefined){
let data18 = data["unsupported-format"];
if(!(((((data18 === "off") || (data18 === "hint")) || (data18 === "information")) || (data18 === "warning")) || (data18 === "error"))){
const err20 = {instancePath:instancePath+"/unsupported-format",schemaPath:"#/properties/unsupported-format/enum",keyword:"enum",params:{allowedValues: schema12.properties["unsupported-format"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data["group-size-mismatch"] !== undefined){
let data19 = data["group-size-mismatch"];
if(!(((((data19 === "off") || (data19 === "hint")) || (data19 === "information")) || (data19 === "warning")) || (data19 === "error"))){
const err21 = {instancePath:instancePath+"/group-size-mismatch",schemaPath:"#/properties/group-size-mismatch/enum",keyword:"enum",params:{allowedValues: schema12.properties["group-size-mismatch"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data["inconsistent-architecture"] !== undefined){
let data20 = data["inconsistent-architecture"];
if(!(((((data20 === "off") || (data20 === "hint")) || (data20 === "information")) || (data20 === "warning")) || (data20 === "error"))){
const err22 = {instancePath:instancePath+"/inconsistent-architecture",schemaPath:"#/properties/inconsistent-architecture/enum",keyword:"enum",params:{allowedValues: schema12.properties["inconsistent-architecture"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data["unusable-value"] !== undefined){
let data21 = data["unusable-value"];
if(!(((((data21 === "off") || (data21 === "hint")) || (data21 === "information")) || (data21 === "warning")) || (data21 === "error"))){
const err23 = {instancePath:instancePath+"/unusable-value",schemaPath:"#/properties/unusable-value/enum",keyword:"enum",params:{allowedValues: schema12.properties["unusable-value"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data["duplicate-key"] !== undefined){
let data22 = data["duplicate-key"];
if(!(((((data22 === "off") || (data22 === "hint")) || (data22 === "information")) || (data22 === "warning")) || (data22 === "error"))){
const err24 = {instancePath:instancePath+"/duplicate-key",schemaPath:"#/properties/duplicate-key/enum",keyword:"enum",params:{allowedValues: schema12.properties["duplicate-key"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data["companion-disagrees"] !== undefined){
let data23 = data["companion-disagrees"];
if(!(((((data23 === "off") || (data23 === "hint")) || (data23 === "information")) || (data23 === "warning")) || (data23 === "error"))){
const err25 = {instancePath:instancePath+"/companion-disagrees",schemaPath:"#/properties/companion-disagrees/enum",keyword:"enum",params:{allowedValues: schema12.properties["companion-disagrees"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data["unread-companion"] !== undefined){
let data24 = data["unread-companion"];
if(!(((((data24 === "off") || (data24 === "hint")) || (data24 === "information")) || (data24 === "warning")) || (data24 === "error"))){
const err26 = {instancePath:instancePath+"/unread-companion",schemaPath:"#/properties/unread-companion/enum",keyword:"enum",params:{allowedValues: schema12.properties["unread-companion"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data["unknown-precision-value"] !== undefined){
let data25 = data["unknown-precision-value"];
if(!(((((data25 === "off") || (data25 === "hint")) || (data25 === "information")) || (data25 === "warning")) || (data25 === "error"))){
const err27 = {instancePath:instancePath+"/unknown-precision-value",schemaPath:"#/properties/unknown-precision-value/enum",keyword:"enum",params:{allowedValues: schema12.properties["unknown-precision-value"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data["misread-number"] !== undefined){
let data26 = data["misread-number"];
if(!(((((data26 === "off") || (data26 === "hint")) || (data26 === "information")) || (data26 === "warning")) || (data26 === "error"))){
const err28 = {instancePath:instancePath+"/misread-number",schemaPath:"#/properties/misread-number/enum",keyword:"enum",params:{allowedValues: schema12.properties["misread-number"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data["unknown-declaration"] !== undefined){
let data27 = data["unknown-declaration"];
if(!(((((data27 === "off") || (data27 === "hint")) || (data27 === "information")) || (data27 === "warning")) || (data27 === "error"))){
const err29 = {instancePath:instancePath+"/unknown-declaration",schemaPath:"#/properties/unknown-declaration/enum",keyword:"enum",params:{allowedValues: schema12.properties["unknown-declaration"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data["unused-suppression"] !== undefined){
let data28 = data["unused-suppression"];
if(!(((((data28 === "off") || (data28 === "hint")) || (data28 === "information")) || (data28 === "warning")) || (data28 === "error"))){
const err30 = {instancePath:instancePath+"/unused-suppression",schemaPath:"#/properties/unused-suppression/enum",keyword:"enum",params:{allowedValues: schema12.properties["unused-suppression"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data["unknown-suppression"] !== undefined){
let data29 = data["unknown-suppression"];
if(!(((((data29 === "off") || (data29 === "hint")) || (data29 === "information")) || (data29 === "warning")) || (data29 === "error"))){
const err31 = {instancePath:instancePath+"/unknown-suppression",schemaPath:"#/properties/unknown-suppression/enum",keyword:"enum",params:{allowedValues: schema12.properties["unknown-suppression"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data["invalid-project-file"] !== undefined){
let data30 = data["invalid-project-file"];
if(!(((((data30 === "off") || (data30 === "hint")) || (data30 === "information")) || (data30 === "warning")) || (data30 === "error"))){
const err32 = {instancePath:instancePath+"/invalid-project-file",schemaPath:"#/properties/invalid-project-file/enum",keyword:"enum",params:{allowedValues: schema12.properties["invalid-project-file"].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema16 = {"type":"object","propertyNames":{"$ref":"#/definitions/rule"},"additionalProperties":{"type":"object","additionalProperties":{"type":"number"}}};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(!(((((((((((((((((((((((((((((((key0 === "overtrained-for-format") || (key0 === "overtrained-for-quantization")) || (key0 === "sub-4-bit-training")) || (key0 === "sub-4-bit-quantization")) || (key0 === "predicted-divergence")) || (key0 === "suboptimal-precision")) || (key0 === "suboptimal-float-layout")) || (key0 === "coarse-scaling")) || (key0 === "unstable-format")) || (key0 === "missing-high-precision-layers")) || (key0 === "single-seed-comparison")) || (key0 === "low-precision-state")) || (key0 === "low-precision-accumulation")) || (key0 === "conflicting-precision")) || (key0 === "quantized-base-full-finetune")) || (key0 === "compute-dtype-mismatch")) || (key0 === "loss-scaling")) || (key0 === "inactive-precision")) || (key0 === "unsupported-format")) || (key0 === "group-size-mismatch")) || (key0 === "inconsistent-architecture")) || (key0 === "unusable-value")) || (key0 === "duplicate-key")) || (key0 === "companion-disagrees")) || (key0 === "unread-companion")) || (key0 === "unknown-precision-value")) || (key0 === "misread-number")) || (key0 === "unknown-declaration")) || (key0 === "unused-suppression")) || (key0 === "unknown-suppression")) || (key0 === "invalid-project-file"))){
const err0 = {instancePath,schemaPath:"#/definitions/rule/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values",propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
const err1 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
for(const key1 in data){
let data0 = data[key1];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key2 in data0){
let data1 = data0[key2];
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err2 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err1 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.extends !== undefined){
let data1 = data.extends;
const _errs5 = errors;
let valid1 = false;
const _errs6 = errors;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err2 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/0/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs8 = errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err4 = {instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/anyOf/1/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/extends/" + i0,schemaPath:"#/properties/extends/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err7 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
if(data.rules !== undefined){
if(!(validate11(data.rules, {instancePath:instancePath+"/rules",parentData:data,parentDataProperty:"rules",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.declare !== undefined){
let data4 = data.declare;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
const _errs16 = errors;
if(!((((((((((((((((key1 === "parameters") || (key1 === "active_parameters")) || (key1 === "non_embedding_parameters")) || (key1 === "tokens")) || (key1 === "pretraining_tokens")) || (key1 === "world_size")) || (key1 === "sequence_length")) || (key1 === "weights")) || (key1 === "activations")) || (key1 === "kv_cache")) || (key1 === "quantization")) || (key1 === "method")) || (key1 === "measured")) || (key1 === "hardware")) || (key1 === "stage")) || (key1 === "accelerate_config"))){
const err8 = {instancePath:instancePath+"/declare",schemaPath:"#/definitions/declare/propertyNames/enum",keyword:"enum",params:{allowedValues: schema14.propertyNames.enum},message:"must be equal to one of the allowed values",propertyName:key1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid5 = _errs16 === errors;
if(!valid5){
const err9 = {instancePath:instancePath+"/declare",schemaPath:"#/definitions/declare/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.parameters !== undefined){
let data5 = data4.parameters;
if((typeof data5 !== "string") && (!((typeof data5 == "number") && (isFinite(data5))))){
const err10 = {instancePath:instancePath+"/declare/parameters",schemaPath:"#/definitions/declare/properties/parameters/type",keyword:"type",params:{type: schema14.properties.parameters.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.active_parameters !== undefined){
let data6 = data4.active_parameters;
if((typeof data6 !== "string") && (!((typeof data6 == "number") && (isFinite(data6))))){
const err11 = {instancePath:instancePath+"/declare/active_parameters",schemaPath:"#/definitions/declare/properties/active_parameters/type",keyword:"type",params:{type: schema14.properties.active_parameters.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data4.non_embedding_parameters !== undefined){
let data7 = data4.non_embedding_parameters;
if((typeof data7 !== "string") && (!((typeof data7 == "number") && (isFinite(data7))))){
const err12 = {instancePath:instancePath+"/declare/non_embedding_parameters",schemaPath:"#/definitions/declare/properties/non_embedding_parameters/type",keyword:"type",params:{type: schema14.properties.non_embedding_parameters.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4.tokens !== undefined){
let data8 = data4.tokens;
if((typeof data8 !== "string") && (!((typeof data8 == "number") && (isFinite(data8))))){
const err13 = {instancePath:instancePath+"/declare/tokens",schemaPath:"#/definitions/declare/properties/tokens/type",keyword:"type",params:{type: schema14.properties.tokens.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data4.pretraining_tokens !== undefined){
let data9 = data4.pretraining_tokens;
if((typeof data9 !== "string") && (!((typeof data9 == "number") && (isFinite(data9))))){
const err14 = {instancePath:instancePath+"/declare/pretraining_tokens",schemaPath:"#/definitions/declare/properties/pretraining_tokens/type",keyword:"type",params:{type: schema14.properties.pretraining_tokens.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data4.world_size !== undefined){
let data10 = data4.world_size;
if((typeof data10 !== "string") && (!((typeof data10 == "number") && (isFinite(data10))))){
const err15 = {instancePath:instancePath+"/declare/world_size",schemaPath:"#/definitions/declare/properties/world_size/type",keyword:"type",params:{type: schema14.properties.world_size.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4.sequence_length !== undefined){
let data11 = data4.sequence_length;
if((typeof data11 !== "string") && (!((typeof data11 == "number") && (isFinite(data11))))){
const err16 = {instancePath:instancePath+"/declare/sequence_length",schemaPath:"#/definitions/declare/properties/sequence_length/type",keyword:"type",params:{type: schema14.properties.sequence_length.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data4.weights !== undefined){
let data12 = data4.weights;
if((typeof data12 !== "string") && (!((typeof data12 == "number") && (isFinite(data12))))){
const err17 = {instancePath:instancePath+"/declare/weights",schemaPath:"#/definitions/declare/properties/weights/type",keyword:"type",params:{type: schema14.properties.weights.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4.activations !== undefined){
let data13 = data4.activations;
if((typeof data13 !== "string") && (!((typeof data13 == "number") && (isFinite(data13))))){
const err18 = {instancePath:instancePath+"/declare/activations",schemaPath:"#/definitions/declare/properties/activations/type",keyword:"type",params:{type: schema14.properties.activations.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data4.kv_cache !== undefined){
let data14 = data4.kv_cache;
if((typeof data14 !== "string") && (!((typeof data14 == "number") && (isFinite(data14))))){
const err19 = {instancePath:instancePath+"/declare/kv_cache",schemaPath:"#/definitions/declare/properties/kv_cache/type",keyword:"type",params:{type: schema14.properties.kv_cache.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4.quantization !== undefined){
let data15 = data4.quantization;
if((typeof data15 !== "string") && (!((typeof data15 == "number") && (isFinite(data15))))){
const err20 = {instancePath:instancePath+"/declare/quantization",schemaPath:"#/definitions/declare/properties/quantization/type",keyword:"type",params:{type: schema14.properties.quantization.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data4.method !== undefined){
let data16 = data4.method;
if((typeof data16 !== "string") && (!((typeof data16 == "number") && (isFinite(data16))))){
const err21 = {instancePath:instancePath+"/declare/method",schemaPath:"#/definitions/declare/properties/method/type",keyword:"type",params:{type: schema14.properties.method.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data4.measured !== undefined){
let data17 = data4.measured;
const _errs42 = errors;
let valid7 = false;
const _errs43 = errors;
if(typeof data17 !== "string"){
const err22 = {instancePath:instancePath+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var _valid1 = _errs43 === errors;
valid7 = valid7 || _valid1;
if(!valid7){
const _errs45 = errors;
if(Array.isArray(data17)){
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
if(typeof data17[i1] !== "string"){
const err23 = {instancePath:instancePath+"/declare/measured/" + i1,schemaPath:"#/definitions/declare/properties/measured/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var _valid1 = _errs45 === errors;
valid7 = valid7 || _valid1;
}
if(!valid7){
const err25 = {instancePath:instancePath+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
else {
errors = _errs42;
if(vErrors !== null){
if(_errs42){
vErrors.length = _errs42;
}
else {
vErrors = null;
}
}
}
}
if(data4.hardware !== undefined){
let data19 = data4.hardware;
if((typeof data19 !== "string") && (!((typeof data19 == "number") && (isFinite(data19))))){
const err26 = {instancePath:instancePath+"/declare/hardware",schemaPath:"#/definitions/declare/properties/hardware/type",keyword:"type",params:{type: schema14.properties.hardware.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data4.stage !== undefined){
let data20 = data4.stage;
if((typeof data20 !== "string") && (!((typeof data20 == "number") && (isFinite(data20))))){
const err27 = {instancePath:instancePath+"/declare/stage",schemaPath:"#/definitions/declare/properties/stage/type",keyword:"type",params:{type: schema14.properties.stage.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data4.accelerate_config !== undefined){
let data21 = data4.accelerate_config;
if((typeof data21 !== "string") && (!((typeof data21 == "number") && (isFinite(data21))))){
const err28 = {instancePath:instancePath+"/declare/accelerate_config",schemaPath:"#/definitions/declare/properties/accelerate_config/type",keyword:"type",params:{type: schema14.properties.accelerate_config.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/declare",schemaPath:"#/definitions/declare/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.laws !== undefined){
let data22 = data.laws;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key2 in data22){
if(!((key2 === "use") || (key2 === "files"))){
const err30 = {instancePath:instancePath+"/laws",schemaPath:"#/definitions/laws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data22.use !== undefined){
let data23 = data22.use;
if(Array.isArray(data23)){
const len2 = data23.length;
for(let i2=0; i2<len2; i2++){
let data24 = data23[i2];
if(typeof data24 === "string"){
if(!pattern0.test(data24)){
const err31 = {instancePath:instancePath+"/laws/use/" + i2,schemaPath:"#/definitions/laws/properties/use/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/laws/use/" + i2,schemaPath:"#/definitions/laws/properties/use/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/laws/use",schemaPath:"#/definitions/laws/properties/use/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data22.files !== undefined){
let data25 = data22.files;
if(Array.isArray(data25)){
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
let data26 = data25[i3];
if(typeof data26 === "string"){
if(!pattern0.test(data26)){
const err34 = {instancePath:instancePath+"/laws/files/" + i3,schemaPath:"#/definitions/laws/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/laws/files/" + i3,schemaPath:"#/definitions/laws/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/laws/files",schemaPath:"#/definitions/laws/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/laws",schemaPath:"#/definitions/laws/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.thresholds !== undefined){
if(!(validate13(data.thresholds, {instancePath:instancePath+"/thresholds",parentData:data,parentDataProperty:"thresholds",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
if(data.ignore !== undefined){
let data28 = data.ignore;
if(Array.isArray(data28)){
const len4 = data28.length;
for(let i4=0; i4<len4; i4++){
let data29 = data28[i4];
if(typeof data29 === "string"){
if(!pattern0.test(data29)){
const err38 = {instancePath:instancePath+"/ignore/" + i4,schemaPath:"#/properties/ignore/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/ignore/" + i4,schemaPath:"#/properties/ignore/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/ignore",schemaPath:"#/properties/ignore/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.suppressions !== undefined){
let data30 = data.suppressions;
if(Array.isArray(data30)){
const len5 = data30.length;
for(let i5=0; i5<len5; i5++){
let data31 = data30[i5];
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.rules === undefined){
const err41 = {instancePath:instancePath+"/suppressions/" + i5,schemaPath:"#/properties/suppressions/items/required",keyword:"required",params:{missingProperty: "rules"},message:"must have required property '"+"rules"+"'"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
for(const key3 in data31){
if(!((((key3 === "files") || (key3 === "rules")) || (key3 === "key")) || (key3 === "reason"))){
const err42 = {instancePath:instancePath+"/suppressions/" + i5,schemaPath:"#/properties/suppressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data31.files !== undefined){
let data32 = data31.files;
if(Array.isArray(data32)){
const len6 = data32.length;
for(let i6=0; i6<len6; i6++){
let data33 = data32[i6];
if(typeof data33 === "string"){
if(!pattern0.test(data33)){
const err43 = {instancePath:instancePath+"/suppressions/" + i5+"/files/" + i6,schemaPath:"#/properties/suppressions/items/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/suppressions/" + i5+"/files/" + i6,schemaPath:"#/properties/suppressions/items/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/suppressions/" + i5+"/files",schemaPath:"#/properties/suppressions/items/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data31.rules !== undefined){
let data34 = data31.rules;
if(Array.isArray(data34)){
if(data34.length < 1){
const err46 = {instancePath:instancePath+"/suppressions/" + i5+"/rules",schemaPath:"#/properties/suppressions/items/properties/rules/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len7 = data34.length;
for(let i7=0; i7<len7; i7++){
let data35 = data34[i7];
if(!(((((((((((((((((((((((((((((((data35 === "overtrained-for-format") || (data35 === "overtrained-for-quantization")) || (data35 === "sub-4-bit-training")) || (data35 === "sub-4-bit-quantization")) || (data35 === "predicted-divergence")) || (data35 === "suboptimal-precision")) || (data35 === "suboptimal-float-layout")) || (data35 === "coarse-scaling")) || (data35 === "unstable-format")) || (data35 === "missing-high-precision-layers")) || (data35 === "single-seed-comparison")) || (data35 === "low-precision-state")) || (data35 === "low-precision-accumulation")) || (data35 === "conflicting-precision")) || (data35 === "quantized-base-full-finetune")) || (data35 === "compute-dtype-mismatch")) || (data35 === "loss-scaling")) || (data35 === "inactive-precision")) || (data35 === "unsupported-format")) || (data35 === "group-size-mismatch")) || (data35 === "inconsistent-architecture")) || (data35 === "unusable-value")) || (data35 === "duplicate-key")) || (data35 === "companion-disagrees")) || (data35 === "unread-companion")) || (data35 === "unknown-precision-value")) || (data35 === "misread-number")) || (data35 === "unknown-declaration")) || (data35 === "unused-suppression")) || (data35 === "unknown-suppression")) || (data35 === "invalid-project-file"))){
const err47 = {instancePath:instancePath+"/suppressions/" + i5+"/rules/" + i7,schemaPath:"#/definitions/rule/enum",keyword:"enum",params:{allowedValues: schema13.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/suppressions/" + i5+"/rules",schemaPath:"#/properties/suppressions/items/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data31.key !== undefined){
let data36 = data31.key;
if(typeof data36 === "string"){
if(!pattern0.test(data36)){
const err49 = {instancePath:instancePath+"/suppressions/" + i5+"/key",schemaPath:"#/properties/suppressions/items/properties/key/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/suppressions/" + i5+"/key",schemaPath:"#/properties/suppressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data31.reason !== undefined){
let data37 = data31.reason;
if(typeof data37 === "string"){
if(!pattern0.test(data37)){
const err51 = {instancePath:instancePath+"/suppressions/" + i5+"/reason",schemaPath:"#/properties/suppressions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
else {
const err52 = {instancePath:instancePath+"/suppressions/" + i5+"/reason",schemaPath:"#/properties/suppressions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
}
else {
const err53 = {instancePath:instancePath+"/suppressions/" + i5,schemaPath:"#/properties/suppressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/suppressions",schemaPath:"#/properties/suppressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.overrides !== undefined){
let data38 = data.overrides;
if(Array.isArray(data38)){
const len8 = data38.length;
for(let i8=0; i8<len8; i8++){
let data39 = data38[i8];
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(data39.files === undefined){
const err55 = {instancePath:instancePath+"/overrides/" + i8,schemaPath:"#/properties/overrides/items/required",keyword:"required",params:{missingProperty: "files"},message:"must have required property '"+"files"+"'"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
for(const key4 in data39){
if(!(((((key4 === "files") || (key4 === "rules")) || (key4 === "declare")) || (key4 === "laws")) || (key4 === "thresholds"))){
const err56 = {instancePath:instancePath+"/overrides/" + i8,schemaPath:"#/properties/overrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data39.files !== undefined){
let data40 = data39.files;
if(Array.isArray(data40)){
const len9 = data40.length;
for(let i9=0; i9<len9; i9++){
let data41 = data40[i9];
if(typeof data41 === "string"){
if(!pattern0.test(data41)){
const err57 = {instancePath:instancePath+"/overrides/" + i8+"/files/" + i9,schemaPath:"#/properties/overrides/items/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/overrides/" + i8+"/files/" + i9,schemaPath:"#/properties/overrides/items/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/overrides/" + i8+"/files",schemaPath:"#/properties/overrides/items/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data39.rules !== undefined){
if(!(validate11(data39.rules, {instancePath:instancePath+"/overrides/" + i8+"/rules",parentData:data39,parentDataProperty:"rules",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data39.declare !== undefined){
let data43 = data39.declare;
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
for(const key5 in data43){
const _errs102 = errors;
if(!((((((((((((((((key5 === "parameters") || (key5 === "active_parameters")) || (key5 === "non_embedding_parameters")) || (key5 === "tokens")) || (key5 === "pretraining_tokens")) || (key5 === "world_size")) || (key5 === "sequence_length")) || (key5 === "weights")) || (key5 === "activations")) || (key5 === "kv_cache")) || (key5 === "quantization")) || (key5 === "method")) || (key5 === "measured")) || (key5 === "hardware")) || (key5 === "stage")) || (key5 === "accelerate_config"))){
const err60 = {instancePath:instancePath+"/overrides/" + i8+"/declare",schemaPath:"#/definitions/declare/propertyNames/enum",keyword:"enum",params:{allowedValues: schema14.propertyNames.enum},message:"must be equal to one of the allowed values",propertyName:key5};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
var valid32 = _errs102 === errors;
if(!valid32){
const err61 = {instancePath:instancePath+"/overrides/" + i8+"/declare",schemaPath:"#/definitions/declare/propertyNames",keyword:"propertyNames",params:{propertyName: key5},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data43.parameters !== undefined){
let data44 = data43.parameters;
if((typeof data44 !== "string") && (!((typeof data44 == "number") && (isFinite(data44))))){
const err62 = {instancePath:instancePath+"/overrides/" + i8+"/declare/parameters",schemaPath:"#/definitions/declare/properties/parameters/type",keyword:"type",params:{type: schema14.properties.parameters.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data43.active_parameters !== undefined){
let data45 = data43.active_parameters;
if((typeof data45 !== "string") && (!((typeof data45 == "number") && (isFinite(data45))))){
const err63 = {instancePath:instancePath+"/overrides/" + i8+"/declare/active_parameters",schemaPath:"#/definitions/declare/properties/active_parameters/type",keyword:"type",params:{type: schema14.properties.active_parameters.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data43.non_embedding_parameters !== undefined){
let data46 = data43.non_embedding_parameters;
if((typeof data46 !== "string") && (!((typeof data46 == "number") && (isFinite(data46))))){
const err64 = {instancePath:instancePath+"/overrides/" + i8+"/declare/non_embedding_parameters",schemaPath:"#/definitions/declare/properties/non_embedding_parameters/type",keyword:"type",params:{type: schema14.properties.non_embedding_parameters.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data43.tokens !== undefined){
let data47 = data43.tokens;
if((typeof data47 !== "string") && (!((typeof data47 == "number") && (isFinite(data47))))){
const err65 = {instancePath:instancePath+"/overrides/" + i8+"/declare/tokens",schemaPath:"#/definitions/declare/properties/tokens/type",keyword:"type",params:{type: schema14.properties.tokens.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data43.pretraining_tokens !== undefined){
let data48 = data43.pretraining_tokens;
if((typeof data48 !== "string") && (!((typeof data48 == "number") && (isFinite(data48))))){
const err66 = {instancePath:instancePath+"/overrides/" + i8+"/declare/pretraining_tokens",schemaPath:"#/definitions/declare/properties/pretraining_tokens/type",keyword:"type",params:{type: schema14.properties.pretraining_tokens.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data43.world_size !== undefined){
let data49 = data43.world_size;
if((typeof data49 !== "string") && (!((typeof data49 == "number") && (isFinite(data49))))){
const err67 = {instancePath:instancePath+"/overrides/" + i8+"/declare/world_size",schemaPath:"#/definitions/declare/properties/world_size/type",keyword:"type",params:{type: schema14.properties.world_size.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data43.sequence_length !== undefined){
let data50 = data43.sequence_length;
if((typeof data50 !== "string") && (!((typeof data50 == "number") && (isFinite(data50))))){
const err68 = {instancePath:instancePath+"/overrides/" + i8+"/declare/sequence_length",schemaPath:"#/definitions/declare/properties/sequence_length/type",keyword:"type",params:{type: schema14.properties.sequence_length.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data43.weights !== undefined){
let data51 = data43.weights;
if((typeof data51 !== "string") && (!((typeof data51 == "number") && (isFinite(data51))))){
const err69 = {instancePath:instancePath+"/overrides/" + i8+"/declare/weights",schemaPath:"#/definitions/declare/properties/weights/type",keyword:"type",params:{type: schema14.properties.weights.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data43.activations !== undefined){
let data52 = data43.activations;
if((typeof data52 !== "string") && (!((typeof data52 == "number") && (isFinite(data52))))){
const err70 = {instancePath:instancePath+"/overrides/" + i8+"/declare/activations",schemaPath:"#/definitions/declare/properties/activations/type",keyword:"type",params:{type: schema14.properties.activations.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data43.kv_cache !== undefined){
let data53 = data43.kv_cache;
if((typeof data53 !== "string") && (!((typeof data53 == "number") && (isFinite(data53))))){
const err71 = {instancePath:instancePath+"/overrides/" + i8+"/declare/kv_cache",schemaPath:"#/definitions/declare/properties/kv_cache/type",keyword:"type",params:{type: schema14.properties.kv_cache.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data43.quantization !== undefined){
let data54 = data43.quantization;
if((typeof data54 !== "string") && (!((typeof data54 == "number") && (isFinite(data54))))){
const err72 = {instancePath:instancePath+"/overrides/" + i8+"/declare/quantization",schemaPath:"#/definitions/declare/properties/quantization/type",keyword:"type",params:{type: schema14.properties.quantization.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data43.method !== undefined){
let data55 = data43.method;
if((typeof data55 !== "string") && (!((typeof data55 == "number") && (isFinite(data55))))){
const err73 = {instancePath:instancePath+"/overrides/" + i8+"/declare/method",schemaPath:"#/definitions/declare/properties/method/type",keyword:"type",params:{type: schema14.properties.method.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data43.measured !== undefined){
let data56 = data43.measured;
const _errs128 = errors;
let valid34 = false;
const _errs129 = errors;
if(typeof data56 !== "string"){
const err74 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
var _valid2 = _errs129 === errors;
valid34 = valid34 || _valid2;
if(!valid34){
const _errs131 = errors;
if(Array.isArray(data56)){
const len10 = data56.length;
for(let i10=0; i10<len10; i10++){
if(typeof data56[i10] !== "string"){
const err75 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured/" + i10,schemaPath:"#/definitions/declare/properties/measured/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
var _valid2 = _errs131 === errors;
valid34 = valid34 || _valid2;
}
if(!valid34){
const err77 = {instancePath:instancePath+"/overrides/" + i8+"/declare/measured",schemaPath:"#/definitions/declare/properties/measured/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
else {
errors = _errs128;
if(vErrors !== null){
if(_errs128){
vErrors.length = _errs128;
}
else {
vErrors = null;
}
}
}
}
if(data43.hardware !== undefined){
let data58 = data43.hardware;
if((typeof data58 !== "string") && (!((typeof data58 == "number") && (isFinite(data58))))){
const err78 = {instancePath:instancePath+"/overrides/" + i8+"/declare/hardware",schemaPath:"#/definitions/declare/properties/hardware/type",keyword:"type",params:{type: schema14.properties.hardware.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data43.stage !== undefined){
let data59 = data43.stage;
if((typeof data59 !== "string") && (!((typeof data59 == "number") && (isFinite(data59))))){
const err79 = {instancePath:instancePath+"/overrides/" + i8+"/declare/stage",schemaPath:"#/definitions/declare/properties/stage/type",keyword:"type",params:{type: schema14.properties.stage.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(data43.accelerate_config !== undefined){
let data60 = data43.accelerate_config;
if((typeof data60 !== "string") && (!((typeof data60 == "number") && (isFinite(data60))))){
const err80 = {instancePath:instancePath+"/overrides/" + i8+"/declare/accelerate_config",schemaPath:"#/definitions/declare/properties/accelerate_config/type",keyword:"type",params:{type: schema14.properties.accelerate_config.type},message:"must be string,number"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/overrides/" + i8+"/declare",schemaPath:"#/definitions/declare/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data39.laws !== undefined){
let data61 = data39.laws;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
for(const key6 in data61){
if(!((key6 === "use") || (key6 === "files"))){
const err82 = {instancePath:instancePath+"/overrides/" + i8+"/laws",schemaPath:"#/definitions/laws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data61.use !== undefined){
let data62 = data61.use;
if(Array.isArray(data62)){
const len11 = data62.length;
for(let i11=0; i11<len11; i11++){
let data63 = data62[i11];
if(typeof data63 === "string"){
if(!pattern0.test(data63)){
const err83 = {instancePath:instancePath+"/overrides/" + i8+"/laws/use/" + i11,schemaPath:"#/definitions/laws/properties/use/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/overrides/" + i8+"/laws/use/" + i11,schemaPath:"#/definitions/laws/properties/use/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath:instancePath+"/overrides/" + i8+"/laws/use",schemaPath:"#/definitions/laws/properties/use/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data61.files !== undefined){
let data64 = data61.files;
if(Array.isArray(data64)){
const len12 = data64.length;
for(let i12=0; i12<len12; i12++){
let data65 = data64[i12];
if(typeof data65 === "string"){
if(!pattern0.test(data65)){
const err86 = {instancePath:instancePath+"/overrides/" + i8+"/laws/files/" + i12,schemaPath:"#/definitions/laws/properties/files/items/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\""};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/overrides/" + i8+"/laws/files/" + i12,schemaPath:"#/definitions/laws/properties/files/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/overrides/" + i8+"/laws/files",schemaPath:"#/definitions/laws/properties/files/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/overrides/" + i8+"/laws",schemaPath:"#/definitions/laws/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data39.thresholds !== undefined){
if(!(validate13(data39.thresholds, {instancePath:instancePath+"/overrides/" + i8+"/thresholds",parentData:data39,parentDataProperty:"thresholds",rootData}))){
vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
errors = vErrors.length;
}
}
}
else {
const err90 = {instancePath:instancePath+"/overrides/" + i8,schemaPath:"#/properties/overrides/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
}
else {
const err91 = {instancePath:instancePath+"/overrides",schemaPath:"#/properties/overrides/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

/** Whether a value has the shape of a project file; `errors` says why not. */
export const validateProject: { (value: unknown): boolean; errors?: readonly SchemaFailure[] | null } = validate10;
